# The demonstration at the terminal: what it says itself, beside the bot.

demo-title = 🔔 Clochette, démonstration : une commune inventée, sans jeton ni réseau.
demo-first-step = Écrivez : réserver cantine jeudi. Un bouton se touche en tapant son numéro.
demo-how-to-move = L’horloge avance ainsi : il est mardi 8 h 59, avance d’une heure, demain 8 h.
demo-how-to-switch = Changer de rôle : { $words }.
demo-more = « aide démo » explique tout, « quitter » termine.
demo-you-are = Vous êtes { $name }, { $part ->
    [agent] l’agent communal
    [mairie] le secrétariat de la mairie
   *[parent] parent { $vowel ->
        [yes] d’{ $children }
       *[no] de { $children }
    }
}.
demo-help = Ce que vous tapez part vers Clochette, au nom de la personne affichée. Sauf :
    { $players }
    • un numéro : toucher le bouton qui le porte
    • il est jeudi 8 h 59, il est lundi 30 novembre 18 h, il est 9 h 01, demain 8 h,
      avance d’une heure, avance de 2 jours : avancer l’horloge
    • corriger : réserver cantine vendredi – modifier votre dernier message
    • aide démo, quitter
demo-help-player = • { $word } : { $name }, { $part ->
    [agent] agent communal
    [mairie] secrétariat de la mairie
   *[parent] parent { $vowel ->
        [yes] d’{ $children }
       *[no] de { $children }
    }
}
demo-heading = Clochette · { $hour }{ $edited ->
    [yes] {" "}· message modifié
   *[no] {""}
}
demo-for-other = 📬 pour { $name } : { $text }
demo-toast = 💬 { $text }
demo-now = 🕰 Nous sommes { $day } { $year }, { $hour }.
demo-clock-backward = 🕰 L’horloge n’avance que vers l’avant : nous sommes déjà { $now }.
demo-clock-no-such-hour = 🕰 Cette heure n’existe pas.
demo-clock-no-such-day = 🕰 Cette date n’existe pas.
demo-clock-other-weekday = 🕰 Cette date ne tombe pas ce jour de la semaine.
demo-no-button = Aucun bouton ne porte le numéro { $number }.
demo-button-gone = Ce bouton n’est plus là.
demo-button-link = Ce bouton ouvre { $url }
demo-button-copy = Ce bouton copie « { $text } ».
demo-nothing-to-edit = Vous n’avez encore rien écrit : il n’y a rien à corriger.
demo-impossible = Telegram n’envoie pas un message pareil (vide, ou de plus de 4 096 caractères).
demo-silence = ⚠️ Clochette n’a pas répondu en { $seconds } secondes : la démonstration s’arrête.
demo-died = ⚠️ { $who ->
    [bot] Le processus de Clochette
   *[telegram] Le Telegram local
} s’est arrêté, et la démonstration avec lui. { $log ->
    [none] Il n’a rien écrit.
   *[some] Ses dernières lignes :
}
demo-not-a-demo = CLOCHETTE_DATABASE_URL désigne une base où vivent de vraies familles : la démonstration n’y touche pas.

demo-picture-bot = bot
demo-picture-write = Message
demo-picture-chat = Une conversation avec Clochette sur un téléphone
demo-picture-calendrier = Le calendrier de Clochette sur un téléphone, au mois et à la semaine
demo-picture-pointage = Le pointage de la garderie sur un téléphone : la liste, une fiche, la clôture
demo-picture-appel = L’appel de la cantine sur un téléphone : la liste, la fin, le résumé de la mairie
