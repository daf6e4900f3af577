# The mairie's month in figures, in the chat and on a picture.

takings-title = Les chiffres de { $month }
takings-issued = Factures émises. Les avoirs sont déduits.
takings-draft = Brouillon : rien n’est émis, les montants peuvent changer.
takings-section-canteen = Cantine (repas)
takings-section-garderie = Garderie (temps de présence)
takings-section-amounts = Montants par service
takings-section-draft = Montants par service (brouillon)
takings-section-claims = Factures de { $month }
takings-section-unpaid = Reste à payer de tous les mois, depuis l’émission
takings-meals = Réservés
takings-unbooked = Sans réservation
takings-absences = Absences signalées
takings-morning = Matin
takings-evening = Soir
takings-service-canteen = Cantine
takings-service-morning = Garderie du matin
takings-service-evening = Garderie du soir
takings-late = dont retards
takings-claimed = Facturé
takings-paid = Payé
takings-due = Reste à payer
takings-postponed = Reporté (trop petit)
takings-age = { $last ->
    [none] { $first } jours et plus
   *[some] { $first } à { $last } jours
}
takings-count = { $count }
takings-row = • { $label } : { $figure }
takings-made = État au { $day }.
takings-caption = 📊 Les chiffres de { $month }
takings-empty = Rien à compter pour { $month } : ni repas, ni garderie, ni facture.
takings-key-before = ◀ { $month }
takings-key-after = { $month } ▶
