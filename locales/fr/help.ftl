# /aide and what is said when nothing was understood.

help-parent = <b>Écrivez-moi comme à une personne :</b>
    • réserver cantine jeudi
    • cantine lundi et mardi pour { $child }
    • cantine du 3 au 14 décembre sauf le 10
    • garderie du soir tous les mardis jusqu’à Noël
    • un jeudi sur deux, les semaines paires, hors vacances…
    • annule vendredi
    • remplace lundi par mardi
    • qu’ai-je réservé la semaine prochaine ?
    • jusqu’à quand pour jeudi ?

    <b>Et corrigez-vous au message suivant :</b>
    • non, plutôt vendredi
    • et aussi pour { $child }
    • pareil la semaine d’après
    • annule ça

    <b>Ou ces commandes :</b>
    /reserver – réserver des jours
    /annuler – annuler des jours
    /calendrier – toucher les jours, au mois ou à la semaine
    /menu – ce qu’on mange : « qu’est-ce qu’on mange lundi ? »
    /planning – ce qui est réservé ; /planning image : le mois en image
    /semaine – votre semaine type
    /factures – vos factures, ligne par ligne, et comment payer
    /rappels – vos rappels
    /attestation – ce que vous avez payé de garderie, pour les impôts

    { $cutoffs }
help-agent = <b>Pour la garderie et la cantine :</b>
    /pointage – la liste de la séance du moment ; touchez un enfant pour le pointer, encore pour corriger
    /pointage matin, /pointage soir – l’autre séance d’aujourd’hui
    /appel – l’appel de la cantine, par classe, avec les régimes
    /pointage feuille – la liste à imprimer ; /pointage feuille demain

    <b>Ou écrivez :</b>
    • { $child } 18h35
    • { $child } et Tom partis à 17h50
    • { $child } arrivée 7h40
    • tout le monde est parti
    • pas Tom, { $child }
    • annule { $child }
    • { $child } absente, Tom mange (l’appel ouvert)
help-mairie = <b>Pour la mairie :</b>
    /recu K7-4F2 – qui a demandé quoi, quand, et ce qui a été répondu ; de là, accorder un jour refusé
    /pointage 24/11 soir – corriger le pointage d’un jour passé
    /appel 24/11 – corriger l’appel de la cantine d’un jour passé
    /pointage feuille lundi – la liste d’un jour, à imprimer
    /pointage mois novembre Léa – les présences d’un enfant, à imprimer ; sans prénom, de tous
    /menus – les menus connus ; puis une ligne par jour, un tableau ou une photo
help-cutoffs = ⏰ La cantine se réserve, se change et s’annule { $lines }.
help-cutoff-line = { $before } jusqu’à { $hour } pour { $day }
on-weekday = le { $weekday }
no-such-command = Je ne connais pas { $command }. { $nearest ->
    [none] /aide dit tout ce que je sais faire.
   *[some] Vouliez-vous dire /{ $nearest } ? Sinon, /aide dit tout ce que je sais faire.
}
lost = 🤔 Je n’ai pas compris{ $understood ->
    [none] .
   *[some]  ; j’ai reconnu : { $understood }.
}
lost-examples = Essayez par exemple :
    • réserver cantine jeudi
    • annule vendredi pour { $child }
small-talk = 🙂 Je suis là. Écrivez-moi par exemple « réserver cantine jeudi ».

command-reserver = Réserver des jours
command-annuler = Annuler des jours
command-planning = Ce qui est réservé
command-semaine = Votre semaine type
command-factures = Vos factures
command-rappels = Vos rappels
command-recu = Retrouver un reçu
command-aide = Ce que je sais faire
