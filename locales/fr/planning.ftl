# /planning: what is booked, this week and next.

planning-title = 📅 <b>Planning</b> – { $children }
planning-this-week = <b>Cette semaine</b>
planning-next-week = <b>La semaine prochaine</b>
planning-hours = 🕘 { $service }{ $school ->
    [none] {""}
   *[some] {" "}({ $school })
} : de { $opens } à { $closes }.
planning-line = • { $day } : { $items }
planning-item = { $services } ({ $children })
planning-absent = absence signalée ({ $children })
planning-empty = rien de réservé
planning-no-school = • plus d’école
planning-next-cutoff = ⏰ Prochaine limite : { $deadline }, pour la cantine du { $day }.
planning-elsewhere = Réservé aussi plus tard : { $count ->
    [one] un jour
   *[other] { $count } jours
}, jusqu’au { $day }.
