# The garderie on paper: the sheet of a session, a child's month.

grid-page = page { $page } sur { $pages }
roll-paper-garderie-matin = Garderie du matin – { $day }
roll-paper-sessions = Garderie – { $day }
roll-paper-garderie-soir = Garderie du soir – { $day }
roll-paper-hours = De { $opens } à { $closes }
roll-paper-name = Enfant
roll-paper-class = Classe
roll-paper-arrived = Arrivée
roll-paper-left = Départ
roll-paper-note = Note
roll-paper-part-announced = { $count ->
    [one] Un enfant annoncé
   *[other] { $count } enfants annoncés
}
roll-paper-part-usual = { $count ->
    [one] Un habitué, non annoncé
   *[other] { $count } habitués, non annoncés
}
roll-paper-part-other = { $count ->
    [one] Un autre enfant
   *[other] { $count } autres enfants, par classe
}
roll-paper-part-more = Enfants qui ne sont pas sur la liste
roll-paper-signal-absent = absence signalée
roll-paper-signal-no-meal = cantine annulée
roll-paper-foot = Liste du { $made }. De retour au réseau, le jour même, écrivez à Clochette : « Léa 18h35 ».
roll-paper-caption = 🖨 <b>Feuille à imprimer</b> – { $services }, { $day }
    De retour au réseau, recopiez les heures ici, le jour même : « Léa 18h35 ».
roll-paper-which-day = Je n’ai pas compris pour quel jour. Écrivez par exemple :
    • /pointage feuille
    • /pointage feuille soir
    • /pointage feuille demain
    • /pointage feuille lundi matin
not-their-sheet = { $day } : vous pouvez imprimer la feuille d’aujourd’hui et celle du prochain jour d’école. Pour un autre jour, demandez à la mairie.

presence-title = { $child } – { $month }
presence-titles = Présences à la garderie – { $month }
presence-class = Garderie, classe { $class }
presence-no-class = Garderie
presence-day = Jour
presence-session = Séance
presence-arrived = Arrivée
presence-left = Départ
presence-stay = Durée
presence-late = Retard
presence-morning = matin
presence-evening = soir
presence-total-morning = Matin : { $count ->
    [one] une séance
   *[other] { $count } séances
}, { $stay }
presence-total-evening = Soir : { $count ->
    [one] une séance
   *[other] { $count } séances
}, { $stay }
presence-total-halves = { $count ->
    [one] Une demi-heure commencée
   *[other] { $count } demi-heures commencées
}, matin et soir
presence-total-late = { $count ->
    [one] Un retard
   *[other] { $count } retards
} : { $stay }
presence-never-late = Aucun retard
presence-foot = État au { $day }. Sans heure d’arrivée ou de départ, on compte depuis l’ouverture ou jusqu’à la fermeture.
presence-caption = 🖨 <b>Présences à la garderie</b> – { $month }
    { $count ->
        [one] Un enfant : { $first }
       *[other] { $count } enfants, une page chacun
    }
presence-nobody = { $child ->
    [none] Personne n’a été pointé à la garderie en { $month }.
   *[some] { $child } n’a pas été à la garderie en { $month } : rien à imprimer.
}
presence-not-read = Je ne sais que faire de « { $words } ». Écrivez par exemple :
    • /pointage mois
    • /pointage mois novembre
    • /pointage mois novembre { $child }
