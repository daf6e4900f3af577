# Tariffs, invoices, payments: why a line costs what it costs, and what the mairie looks at before it issues a month.

line-repas = { $who } : { $count ->
    [one] un repas
   *[other] { $count } repas
} à { $unit }{ $why } = { $sum }
line-absence = { $who } : { $count ->
    [one] un repas
   *[other] { $count } repas
} pour absence signalée après la limite, à { $unit }{ $why } = { $sum }
line-sans-reservation = { $who } : { $count ->
    [one] un repas pris sans réservation
   *[other] { $count } repas pris sans réservation
} à { $unit }{ $why } = { $sum }
line-supplement = { $who } : { $count ->
    [one] un supplément
   *[other] { $count } suppléments
} pour repas non réservé à { $unit } = { $sum }
line-seance = { $who } : { $count ->
    [one] une séance
   *[other] { $count } séances
} à { $unit }{ $why } = { $sum }
line-demi-heures = { $who } : { $count ->
    [one] une demi-heure commencée
   *[other] { $count } demi-heures commencées
} à { $unit }{ $why } = { $sum }
line-plafond = { $who } : { $count ->
    [one] une séance au prix maximal
   *[other] { $count } séances au prix maximal
} de { $unit } = { $sum }
line-retard = { $who } : { $minutes ->
    [none] { $count ->
        [one] un retard
       *[other] { $count } retards
    }
    [15] { $count ->
        [one] un quart d’heure de retard commencé
       *[other] { $count } quarts d’heure de retard commencés
    }
   *[other] { $count } fois { $minutes } minutes de retard commencées
} à { $unit } = { $sum }
line-report = Report de { $month } : { $sum }
line-who = { $day ->
    [none] { $child }, { $service }
   *[some] { $child }, { $service }, { $day }
}
line-day = { $number ->
    [1] 1er
   *[other] { $number }
}{ $count ->
    [1] {""}
   *[other] {" "}(×{ $count })
}
line-days = les { $days }
price-why = {" "}({ $reasons })
price-quotient = { $last ->
    [none] QF de { $first } et plus
   *[some] QF de { $first } à { $last }
}
price-sans-quotient = QF non connu, tranche la plus haute
price-hors-commune = hors commune
price-personnel = personnel communal
price-panier = panier repas
price-sibling = { $rank }e enfant, { $percent } %
price-share = { $percent } % du prix

anomaly-no-tariff = { $day } : aucun tarif pour { $service }. Rien ne peut être émis.
anomaly-open-sitting = { $day } : la séance de { $service } n’est pas close.
anomaly-no-times = { $day } : { $child }, { $service } : ni heure ni horaire, rien n’est compté.
anomaly-no-departure = { $day } : { $child }, { $service } : pas d’heure de départ, compté jusqu’à la fermeture.
anomaly-absent = { $day } : { $child } avait réservé la cantine et n’y était pas ; le repas est facturé.
anomaly-unbooked = { $day } : { $child } a mangé sans réservation.
anomaly-other-week = { $day } : { $child }, { $service } : facturé au foyer { $foyer }, qui n’a pas l’enfant cette semaine-là.
anomaly-no-quotient = Foyer { $foyer } : quotient familial non connu, tranche la plus haute.
anomaly-no-address = Foyer { $foyer } : adresse incomplète, le Trésor public en aura besoin.
anomaly-change = Foyer { $foyer } : { $after } ce mois-ci, { $before } le mois d’avant.
anomaly-revised = Foyer { $foyer } : { $before } émis, { $after } avec ce qui est connu aujourd’hui. Une correction fait un avoir.
anomaly-running = Ce mois n’est pas fini : il va jusqu’au { $day }.

cli-invoice-draft = foyer { $foyer } : { $sum } { $count ->
    [one] (une ligne)
   *[other] ({ $count } lignes)
}
cli-invoice-small = foyer { $foyer } : { $sum }, à reporter sur la facture suivante (moins de { $least })
cli-invoice-issued = { $number }, foyer { $foyer } : { $sum }
cli-invoice-carried = foyer { $foyer } : { $sum }, reporté sur la facture suivante
cli-invoice-known = { $number ->
    [none] foyer { $foyer } : { $sum }, déjà reporté
   *[some] { $number }, foyer { $foyer } : { $sum }, déjà émise
}
cli-invoice-nothing = { $month } : rien à facturer.
cli-invoice-drafted = { $month } : brouillon, { $count ->
    [one] un foyer
   *[other] { $count } foyers
}, { $sum }. Rien n’est émis ; « --issue » émet.
cli-invoice-done = { $month } : { $count ->
    [0] aucune nouvelle facture
    [one] une facture émise
   *[other] { $count } factures émises
}, { $sum }.
cli-invoice-look = À regarder : { $what }
cli-corrected-avoir = Avoir { $number } : { $sum }
cli-corrected-facture = Facture { $number } : { $sum }
cli-not-a-month = « { $value } » n’est pas un mois (AAAA-MM).

tariff-line = { $mark } { $service }, à partir du { $since }
tariffs-imported = { $count ->
    [0] Rien de nouveau : rien n’a été changé.
    [one] Un tarif est en vigueur à sa date.
   *[other] { $count } tarifs sont en vigueur à leur date.
}
tariffs-dry-run = Essai seulement : rien n’a été écrit.
payments-kept = { $references ->
    [0] Aucune référence nouvelle
    [one] Une référence nouvelle
   *[other] { $references } références nouvelles
}, { $payments ->
    [0] aucun paiement nouveau
    [one] un paiement nouveau
   *[other] { $payments } paiements nouveaux
}, { $known ->
    [0] aucune ligne déjà connue
    [one] une ligne déjà connue
   *[other] { $known } lignes déjà connues
}.
payments-unmatched = { $count ->
    [one] Une ligne ne correspond à rien :
   *[other] { $count } lignes ne correspondent à rien :
}

bracket-gap = Tarif { $service } du { $since } : aucun prix pour un quotient { $last ->
    [none] de { $first } et plus
   *[some] de { $first } à { $last }
}.
bracket-overlap = Tarif { $service } du { $since } : deux prix pour un quotient { $last ->
    [none] de { $first } et plus
   *[some] de { $first } à { $last }
}.
tariff-twice = Tarif { $service } du { $since } : il est donné deux fois.
not-for-service = Tarif { $service } du { $since } : « { $term } » ne vaut pas pour ce service.
bad-tariffs = { $count ->
    [one] Une erreur dans les tarifs : aucun n’est pris.
   *[other] { $count } erreurs dans les tarifs : aucun n’est pris.
}
not-an-amount = Ligne { $row }, colonne { $column } : « { $value } » n’est pas une somme en euros (par exemple 3,30).
out-of-range = Ligne { $row }, colonne { $column } : « { $value } » n’est pas entre { $least } et { $most }.
missing-tariff = Aucun tarif pour { $service } le { $day } : rien n’a été émis. Ajoutez-le dans commune.toml ou par « clochette tariffs ».
unknown-invoice = { $row ->
    [0] {""}
   *[other] Ligne { $row } :{" "}
}{ $value ->
    [none] rien n’est réclamé par cette pièce.
   *[some] « { $value } » n’est ni le numéro ni la référence d’une facture.
}
reference-taken = { $row ->
    [0] {""}
   *[other] Ligne { $row } :{" "}
}la référence { $reference } est déjà celle de la facture { $number }.
pays-too-much = { $row ->
    [0] {""}
   *[other] Ligne { $row } :{" "}
}{ $cents } pour la facture { $number }, dont il reste { $due } à payer : rien n’a été noté.
nothing-to-correct = { $number ->
    [none] Ce relevé
   *[some] La facture { $number }
} est conforme à ce qui est connu : rien à corriger.
already-credited = { $number ->
    [none] Ce relevé
   *[some] La facture { $number }
} a déjà été remplacé : corrigez la pièce la plus récente.
