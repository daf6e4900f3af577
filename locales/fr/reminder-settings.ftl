# /rappels: the screen where reminders are chosen.

reminders-title = 🔔 <b>Vos rappels</b>
reminders-line = { $on ->
    [yes] 🔔
   *[no] 🔕
} { $what }
reminders-line-evening = La veille de chaque limite, à { $evening }
reminders-line-hour = Un dernier rappel, { $delay } avant la limite
reminders-line-plan = La semaine à venir, le dimanche à { $plan }
reminders-line-others = Ce que l’autre responsable vient de faire
reminders-line-unvalidated = Ce qui attend « Valider », dix minutes après et avant la limite
reminders-line-menus = Les menus de la semaine, le lundi à { $menus }
reminders-line-presence = Chaque arrivée et chaque départ à la garderie, une minute après
reminders-line-invoices = Vos factures : nouvelle, référence pour payer, paiement reçu
reminders-quiet = 🤫 Aucun rappel : { $days } (ce qui tomberait ces jours-là vient avant, jamais après la limite).
reminders-week-at-home = 🏠 Tout le monde à la maison la semaine du { $monday }.
reminders-muted = Coupés : { $what }.
reminders-touch = Touchez pour couper ou remettre.
reminders-typed = Pour une autre heure, écrivez par exemple « /rappels 19h30 » (la veille), « /rappels 7h45 » (le jour de la limite), « /rappels dimanche 17h » ou « /rappels menus 8h ».
reminders-key-evening = La veille
reminders-key-hour = Juste avant
reminders-key-plan = Le dimanche
reminders-key-others = Autre responsable
reminders-key-unvalidated = À valider
reminders-key-menus = Menus du lundi
reminders-key-presence = Arrivées et départs
reminders-key-invoices = Factures
reminders-key-hours = 🕕 Heures
reminders-key-days = 🤫 Jours sans rappel
reminders-back = ‹ Retour
reminders-restore = Remettre tous les rappels
reminders-restored = 🔔 Tous vos rappels sont remis.
switch = { $on ->
    [yes] 🔔
   *[no] 🔕
} { $label }
delay = { $hours ->
    [0] { $minutes } minutes
    [1] { $minutes ->
        [0] une heure
        [30] une heure et demie
       *[other] une heure { $minutes }
    }
   *[other] { $hours } heures{ $minutes ->
        [0] {""}
        [30] {" "}et demie
       *[other] {" "}{ $minutes }
    }
}
hours-title = 🕕 <b>À quelle heure ?</b>
hours-key-evening = { $hour }
hours-key-before = { $delay } avant
hours-key-plan = dim. { $hour }
hours-key-menus = lun. { $hour }
hours-taken = 🔔 C’est noté.
hours-put-back = 🔔 L’heure d’avant est remise.
hours-unread = Je n’ai pas compris cette heure, rien n’a changé. Écrivez par exemple « /rappels 19h30 », « /rappels la veille à 20 h », « /rappels 2 h avant » ou « /rappels dimanche 17h » ; ou /rappels tout court.
days-title = 🤫 <b>Quels jours sans rappel ?</b>
    Ce qui tomberait un jour sans rappel vient la veille ou avant, jamais après la limite.
