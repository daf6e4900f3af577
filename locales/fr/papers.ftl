# What is printed: invoices and credit notes, tax certificates. Plain text, without tags.

paper-author = Clochette
paper-goes-on = { $title } (suite)
paper-page = { $title } – page { $page } sur { $count }

paper-opening-wait = Ne payez qu’à réception de l’avis du Trésor public
paper-opening-nothing = Rien à payer
paper-opening-payee = Payée : il ne reste rien à payer (dernier paiement : { $day })
paper-opening-avoir = Avoir : rien à payer
paper-opening-annulee = Annulée par l’avoir { $credit } : ne la payez pas
paper-opening-reportee = Rien à payer pour l’instant : la somme { $back ->
    [yes] est déduite
   *[no] passe
} { $carrier ->
    [none] { $back ->
        [yes] de
       *[no] sur
    } la prochaine facture
   *[some] { $back ->
        [yes] de
       *[no] sur
    } la facture { $carrier }
}

paper-title = { $is_credit ->
    [yes] Avoir
   *[no] { $number ->
        [none] Relevé
       *[some] Facture
    }
}{ $number ->
    [none] {""}
   *[some] {" "}{ $number }
}
paper-subtitle = Récapitulatif de { $month }, émis le { $issued }. Ce n’est pas un avis de sommes à payer.
paper-taken-back = { $former ->
    [none] Cette facture est annulée par l’avoir { $credit }
   *[some] Cet avoir annule la facture { $former }
}{ $instead ->
    [none] .
   *[some] {"\u00A0"}; elle est remplacée par la facture { $instead }.
}
paper-why = Motif :
paper-count = nombre
paper-unit = prix
paper-sum = somme
paper-carried = Sommes reportées
paper-child-total = Total pour { $child }
paper-total = Total
paper-paid = Déjà payé
paper-due = Reste à payer
paper-day = le { $day }

paper-line-repas = { $service } : repas{ $why }
paper-line-absence = { $service } : absence signalée après la limite{ $why }
paper-line-sans-reservation = { $service } : repas pris sans réservation{ $why }
paper-line-supplement = { $service } : supplément pour repas non réservé
paper-line-seance = { $service } : séance{ $why }
paper-line-demi-heures = { $service } : demi-heure commencée{ $why }
paper-line-plafond = { $service } : séance au prix maximal
paper-line-retard = { $service } : { $minutes ->
    [none] retard
    [15] quart d’heure de retard commencé
   *[other] { $minutes } minutes de retard commencées
}
paper-line-report = Report de { $month }

paper-pay-title = Pour payer
paper-pay = Attendez l’avis du Trésor public (« avis des sommes à payer »), qui vient par courrier avec sa référence.
paper-pay-later = Avec lui, vous payez en ligne sur www.payfip.gouv.fr (PayFiP Titres) ou comme il l’indique.{ $identifier ->
    [none] {""}
   *[some] {" "}Identifiant de la collectivité : { $identifier }.
}
paper-pay-with = Avec lui, vous payez en ligne sur www.payfip.gouv.fr (PayFiP Titres) ou comme il l’indique :
    Identifiant de la collectivité : { $identifier ->
        [none] sur l’avis
       *[some] { $identifier }
    }
    Référence : { $reference }
    Montant : { $due }
paper-contest-title = Une erreur ?
paper-contest = Dites-le à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
} avant la fin du { $until }, ou à Clochette, dans Telegram : /factures.
paper-contest-law = L’avis du Trésor public lui-même peut être contesté dans les deux mois qui suivent sa réception, devant le tribunal qu’il indique (code général des collectivités territoriales, article L. 1617-5).

paper-invoice-caption = { $opening ->
    [wait] ⚠️ <b>Ne payez qu’à réception de l’avis du Trésor public.</b>{"\u000A"}
   *[other] {""}
}🧾 { $title }, { $month } : <b>{ $sum }</b>

certificate-title = Attestation de frais de garde, année { $year }
certificate-payers = La mairie atteste que le foyer de { $payers } a payé en { $year }, pour la garderie de l’enfant :
certificate-child = { $child }, date de naissance : { $born }
certificate-sum = la somme de { $sum }
certificate-counted = C’est ce que le Trésor public a reçu du 1er janvier au 31 décembre { $year } pour la garderie du matin et du soir. Les repas, les suppléments et les retards n’y sont pas comptés. Une facture payée en partie compte pour sa part ; une facture payée une autre année compte pour cette autre année.
certificate-tax-title = Pour votre déclaration de revenus de { $year }
certificate-tax = Crédit d’impôt pour frais de garde des jeunes enfants (code général des impôts, article 200 quater B) : enfants à charge de moins de six ans au 1er janvier { $year }, gardés hors du domicile. La somme se reporte sur la déclaration n° 2042 RICI, cases 7GA à 7GC, ou 7GE à 7GG pour un enfant en résidence alternée, après déduction des aides reçues pour cette garde.
certificate-made = Attestation établie le { $made } d’après les paiements connus de la mairie ce jour-là. Un paiement noté ensuite change la somme : demandez-en alors une autre.
certificate-signature = Pour la commune :

certificate-caption = 📄 Attestation fiscale { $year } pour { $child } : <b>{ $sum }</b> de garderie payés dans l’année, sans les repas.
certificate-sent = À garder pour la déclaration de revenus de { $year } (cases 7GA à 7GC). Un paiement noté après aujourd’hui changerait la somme : /attestation { $year } donne toujours la dernière.
certificate-not-read = Je n’ai pas reconnu l’année. Écrivez /attestation, ou /attestation { $year }.
certificate-too-early = L’année { $year } n’est pas finie : son attestation se fait en janvier { $next }. Pour l’année { $last } : /attestation { $last }.
certificate-not-young = Pas d’attestation pour { $year } : aucun enfant de votre foyer n’avait moins de 6 ans au 1er janvier { $year }, d’après les dates de naissance que la mairie a notées.{ $contact ->
    [none] {""}
   *[some] {" "}Une erreur ? La mairie : { $contact }.
}
certificate-not-paid = Pas d’attestation pour { $year } : aucun paiement de garderie n’est noté cette année-là pour un enfant de moins de 6 ans. La mairie note les paiements quand le Trésor public les lui annonce.{ $contact ->
    [none] {""}
   *[some] {" "}Une question ? La mairie : { $contact }.
}
command-attestation = L’attestation fiscale de la garderie
