# Pictures, pages and the agenda: what is written on them, and what is said when they are sent.

sheet-title = { $when } — { $child }
sheet-school-year = année scolaire { $first }-{ $last }
sheet-count-cantine = { $count ->
    [0] pas de cantine réservée
    [one] cantine : un jour
   *[other] cantine : { $count } jours
}
sheet-count-garderie = garderie : { $sessions }
sheet-count-garderie-matin = { $count ->
    [one] un matin
   *[other] { $count } matins
}
sheet-count-garderie-soir = { $count ->
    [one] un soir
   *[other] { $count } soirs
}
sheet-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
sheet-week = S{ $number }
sheet-holiday = { $holiday }
sheet-garderie-matin = matin
sheet-garderie-soir = soir
sheet-absent = absence
sheet-away = autre foyer
sheet-made = État au { $day }. Ce qui change ensuite n’y est pas.
sheet-legend-booked = cantine réservée
sheet-legend-partly = cantine, en partie
sheet-legend-absent = absence signalée
sheet-legend-free = pas réservé
sheet-legend-locked = ne se réserve plus
sheet-legend-holiday = vacances, férié
sheet-legend-closed = fermé
sheet-legend-away = autre foyer
sheet-legend-off = pas d’école
sheet-legend-garderie-matin = garderie, matin
sheet-legend-garderie-soir = garderie, soir

sheet-caption = 📅 <b>{ $when }</b> – { $children }
sheet-agenda-caption = 📆 <b>{ $when }</b> – { $children }
    Ouvrez ce fichier sur votre téléphone : il propose de mettre ces jours dans son agenda. Il dit ce qui est réservé le { $day } ; après un changement, redemandez-le.
sheet-agenda-empty = Rien n’est réservé pour { $children } ({ $when }) : il n’y a rien à mettre dans l’agenda.
sheet-no-child = Aucun enfant n’est rattaché à votre compte : il n’y a rien à dessiner.
sheet-not-read = Je ne sais que faire de « { $words } ». Écrivez par exemple :
    • /planning image
    • /planning pdf décembre
    • /planning agenda année
    • /planning image { $child }
sheet-key-png = 🖼 En image
sheet-key-pdf = 📄 PDF
sheet-key-ics = 📆 Agenda
sheet-key-year = 🗓 Toute l’année

agenda-name = { $children } – cantine et garderie
agenda-event = { $service ->
    [garderie-matin] Garderie du matin – { $child }
    [garderie-soir] Garderie du soir – { $child }
   *[cantine] Cantine – { $child }
}
not-drawn = Désolée, je n’ai pas réussi à préparer ce document. Vos réservations n’ont pas changé : /planning vous les montre. Si cela recommence, donnez ce numéro à la mairie : { $reference }.
