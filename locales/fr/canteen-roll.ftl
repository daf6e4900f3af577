# /appel: the canteen's roll, a child's meal on its card, what the mairie is sent.

session-canteen = Cantine
call-title = 🍽 <b>Cantine</b> – { $day }
call-counts = { $booked ->
    [0] Aucune réservation
    [one] { $booked } réservé
   *[other] { $booked } réservés
} · { $present ->
    [0] 0 présent
    [one] { $present } présent
   *[other] { $present } présents
}{ $absent ->
    [0] {""}
    [one] {" "}· ❌ { $absent } absent
   *[other] {" "}· ❌ { $absent } absents
}{ $told ->
    [0] {""}
    [one] {" "}· 🤒 { $told } signalé absent
   *[other] {" "}· 🤒 { $told } signalés absents
}{ $unbooked ->
    [0] {""}
   *[other] {" "}· ➕ { $unbooked } sans réservation
}{ $awaited ->
    [0] {""}
   *[other] {" "}· { $awaited } à appeler
}
call-plates = À servir : { $plates }
call-plate = { $count } { $diet }{ $brought ->
    [yes] {" "}(apporté)
   *[no] {""}
}
call-alone = Classe : <b>{ $name }</b> (touchez son nom pour les revoir toutes)
call-class = { $class ->
    [none] Sans classe
   *[other] { $class }
}{ $school ->
    [none] {""}
   *[other] {" "}– { $school }
}
call-how = ✅ Touchez un enfant <b>présent</b> ; touchez-le encore pour corriger. Ou écrivez « Léa absente ».
call-how-absent = ❌ Touchez un enfant <b>absent</b> ; « Noter des présents » pour revenir.
call-how-add = ➕ Qui mange sans être réservé ? Touchez son nom : il est noté présent.
call-how-closing = Touchez un enfant pour le noter présent, ou envoyez ainsi : qui n’est pas appelé reste facturé.
call-nobody = Personne n’est réservé.
call-closed = 🔒 Appel clos à { $at }. Une correction reste possible aujourd’hui.

call-key-class = { $alone ->
    [yes] ▾
   *[no] ▸
} { $name } · { $count }
call-key-mark-absent = ❌ Noter des absents
call-key-mark-present = ✅ Noter des présents
call-key-rest = { $count ->
    [one] ✅ Le dernier est présent
   *[other] ✅ Les { $count } autres sont présents
}
call-key-add = ➕ Ajouter un enfant
call-key-end = 📤 Terminer
call-key-send = { $again ->
    [yes] 📤 Envoyer la correction à la mairie
   *[no] 📤 Envoyer à la mairie
}
call-key-present = ✅ Présence

call-absent = ❌ Absents : { $names }
call-told = 🤒 Absence signalée : { $names }
call-unbooked = ➕ Sans réservation : { $names }
call-awaited = ❓ Pas appelés : { $names }
call-summary = 📋 <b>Cantine</b>{ $again ->
    [yes] {" "}(corrigé)
   *[no] {""}
}, { $day } :
call-summary-plates = Repas : { $plates }
call-summary-alone = L’appel n’avait pas été envoyé : il s’est clos seul.
call-summary-class = • { $name } : { $plates }

roll-mark-unbooked = ➕ sans réservation
card-diet = Régime : { $diet }
card-pai = PAI : oui
card-present = ✅ Présence notée
card-unbooked = ➕ Présent sans réservation
card-change-present = présent
toast-call-sent = 📤 Résumé envoyé à la mairie.
toast-present = présence notée
toast-rest-changed = La liste vient de changer : elle est remise à jour, rien n’a été noté. Touchez encore si c’est bien cela.

rolled-present = • { $names } : { $count ->
    [one] présence notée
   *[other] présences notées
}
rolled-unbooked = • ➕ { $names } : { $count ->
    [one] présence notée sans réservation
   *[other] présences notées sans réservation
}
rolled-not-expected = • { $names } : pas de réservation ce jour-là, il n’y avait pas d’absence à noter
call-which-day = Je n’ai pas compris ce jour. Écrivez par exemple « /appel », « /appel lundi » ou « /appel 24/11 ».
command-appel = Faire l’appel de la cantine
