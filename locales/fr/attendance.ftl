# /pointage: the agent's list, a child's card, the end of a session; what parents and the mairie are told of it.

roll-title = { $service ->
    [morning] ☀️ <b>Garderie du matin</b>
   *[evening] 🌙 <b>Garderie du soir</b>
} – { $day }, jusqu’à { $closes }
roll-counts-evening = { $announced } { $announced ->
    [one] annoncé
   *[other] annoncés
} · { $here } { $here ->
    [one] encore là
   *[other] encore là
} · { $gone } { $gone ->
    [one] départ
   *[other] départs
}{ $late ->
    [0] {""}
   *[other] {" "}· ⏰ { $late }
}
roll-counts-morning = { $announced } { $announced ->
    [one] annoncé
   *[other] annoncés
} · { $come } { $come ->
    [one] arrivée
   *[other] arrivées
}
roll-how-evening = Touchez un enfant qui part ; touchez-le encore pour corriger. Ou écrivez « Léa 18h35 ».
roll-how-morning = Touchez un enfant qui arrive ; touchez-le encore pour corriger. Ou écrivez « Léa 7h40 ».
roll-look = 👁 Touchez un enfant pour voir sa fiche : rien n’est pointé.
roll-initial = Prénoms et noms en { $letter } :
roll-page = Page { $page } sur { $pages }
roll-closed = 🔒 Séance close à { $at }. Une correction reste possible aujourd’hui.
roll-legend = { $marks }
roll-mark-usual = ◦ habitué
roll-mark-absent = 🤒 absence signalée
roll-mark-no-meal = 🍽 cantine annulée ce jour
roll-mark-here = 🟢 arrivé
roll-mark-not-there = ❌ noté absent
roll-nobody = Aucun enfant à afficher.
roll-stale = Cette liste n’est plus ouverte. Écrivez /pointage pour la garderie, /appel pour la cantine.
roll-which-day = Je n’ai pas compris ce jour. Écrivez par exemple « /pointage soir » ou « /pointage 24/11 soir ».

roll-key = { $mark }{ $name }
roll-key-timed = { $mark }{ $name } { $at }
roll-key-class = { $mark }{ $name } ({ $class })
roll-key-before = ◀
roll-key-after = ▶
roll-key-all = Tous
roll-key-look = 👁 Fiche
roll-key-point = ✏️ Pointer
roll-key-all-here = Tous présents
roll-key-hours = ⏱ Fin { $at }
roll-key-close = Clore
roll-key-close-now = { $count ->
    [0] 🔒 Clore
   *[other] 🔒 Clore quand même
}
roll-key-list = ◀ Liste
roll-key-open = 📋 Ouvrir le pointage
roll-key-minus = −{ $minutes } min
roll-key-plus = +{ $minutes } min
roll-key-type = ⌨️ Taper l’heure
roll-key-cancel = Annuler le pointage
roll-key-arrived = Arrivée maintenant
roll-key-left = Départ maintenant
roll-key-absent = ❌ Absence
roll-key-note = 📝 Note
roll-key-family = 👪 Autorisés, urgence
roll-key-as-usual = Comme d’habitude
roll-key-end = { $at }

card-title = 👤 <b>{ $name }</b>{ $class ->
    [none] {""}
   *[some] {" "}– { $class }
}
card-nothing = Rien n’est noté.
card-arrived = Arrivée : { $at }
card-left = Départ : { $at }
card-late = ⏰ { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} après la fermeture
card-absent = ❌ Noté absent
card-signalled = 🤒 La famille a signalé une absence.
card-no-meal = 🍽 La cantine a été annulée ce jour-là.
card-note = 📝 { $note }
card-by = Noté par { $name }
card-change = ↺ { $at }{ $name ->
    [none] {""}
   *[some] , { $name }
} : { $before } → { $after }
card-change-nothing = rien
card-change-times = { $arrived ->
    [none] {""}
   *[some] arrivée { $arrived }
}{ $both ->
    [no] {""}
   *[yes] ,{" "}
}{ $left ->
    [none] {""}
   *[some] départ { $left }
}
card-change-absent = absent
card-change-note = note
card-type = ⌨️ Écrivez l’heure, par exemple « 18h20 ».
card-write-note = 📝 Écrivez la note (pas d’information de santé). Elle reste entre agents et mairie.
card-allowed = Peuvent venir : { $allowed }
card-no-allowed = Personne d’autre que les responsables n’est inscrit pour venir.
card-emergency = Urgence : { $emergency }
card-no-emergency = Aucun numéro d’urgence n’est inscrit : appelez la mairie{ $telephone ->
    [none] {""}
   *[some] {" "}({ $telephone })
}.

hours-how = Fin de la séance d’aujourd’hui : { $at }. Les retards sont recalculés.
closing-nobody = Plus personne n’est attendu.
closing-here = Encore là : <b>{ $names }</b>.
closing-awaited = Annoncés, rien de noté : <b>{ $names }</b>.
closing-how = Touchez un enfant pour noter son départ maintenant.

toast-changed = { $name } : { $what }{ $by ->
    [none] {""}
   *[some] , noté par { $by }
}. La liste vient d’être remise à jour.
toast-nothing = rien n’est noté
toast-left = départ à { $at }
toast-arrived = arrivée à { $at }
toast-absent = absence notée
toast-all-here = { $count ->
    [0] Il n’y avait plus personne à noter présent.
    [one] Un enfant noté présent.
   *[other] { $count } enfants notés présents.
}

rolled = ✅ { $session }, { $day } :
session-morning = Garderie du matin
session-evening = Garderie du soir
rolled-left = • { $names } : { $count ->
    [one] départ
   *[other] départs
} à { $at }{ $late ->
    [0] {""}
   *[other] {" "}⏰ { $late } min
}
rolled-arrived = • { $names } : { $count ->
    [one] arrivée
   *[other] arrivées
} à { $at }
rolled-absent = • { $names } : absence notée
rolled-cancelled = • { $names } : pointage annulé
rolled-already = • { $names } : c’était déjà noté ainsi
rolled-nothing-there = Rien n’était noté pour { $names }.
roll-unknown = 🤔 Je ne connais pas { $words } parmi les enfants : rien n’a été noté. Écrivez le prénom comme sur la liste, par exemple « { $example } 18h35 ».
roll-unread = 🤔 Je n’ai pas compris { $words } : rien n’a été noté. Écrivez par exemple « { $example } partie à 18h35 ».
roll-too-many = 🤔 Plusieurs enfants ont ces prénoms : écrivez aussi leur nom, par exemple « Léa Durand 18h35 ».
roll-ask-which = 🤔 Lequel voulez-vous dire ?
roll-ask-hour = 🤔 Quelle heure voulez-vous dire ?
roll-ask-everybody = 🤔 Arrivée jamais notée pour { $names } : dois-je noter leur départ aussi ?
roll-ask-back = 🤔 { $names } : dois-je remettre ce qui était noté avant ?
roll-choice-back = Oui, remettre comme avant
roll-choice-absent = Oui, noter l’absence
note-of-whom = 🤔 Je ne sais pas de quel enfant est cette note (« { $name } ») : elle n’est pas gardée. Écrivez son prénom et son nom comme sur la liste.
roll-choice-stays = Non, laisser ainsi
roll-ask-absent = 🤔 Tout le monde est déjà noté. Dois-je noter l’absence de { $names } ?
roll-correct = Touchez l’enfant sur la liste pour corriger, ou écrivez « annule » et son prénom.
roll-stays = Très bien : ce qui est noté le reste.
roll-ask-role = 🤔 Est-ce pour le pointage, ou pour votre propre famille ?
roll-choice-roll = 📋 Le pointage
roll-choice-family = 👪 Ma famille
roll-choice-all = Oui, tous
roll-choice-here-only = Non, seulement { $names }
roll-choice-only = Non, personne
roll-choice-who = { $names }{ $at ->
    [none] {""}
   *[some] {" "}{ $at }
}
roll-bad-time = 🤔 « { $words } » n’est pas une heure que je comprends. Écrivez par exemple « 18h20 ».
roll-nobody-left = Il n’y a plus personne à noter.
roll-nothing-noted = Très bien : rien n’est noté.
roll-edited = ✏️ Message modifié : ce que l’ancien avait noté le reste ; écrivez « annule » et le prénom pour l’enlever.

already-invoiced = 🧾 { $month } : ce mois est déjà facturé à ce foyer{ $number ->
    [none] {""}
   *[other] {" "}({ $number })
}. La correction est gardée, mais la facture ne changera que par un avoir.

# A minute later, to parents.

told-late = ⏰ { $child } a quitté la garderie à { $at }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} après la fermeture.
told-late-corrected = ✏️ Correction pour { $day } : { $child } a quitté la garderie à { $at }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} après la fermeture.
told-not-late = ✏️ Correction pour { $day } : finalement, pas de retard pour { $child } à la garderie.
told-arrived = 🟢 { $child } est à la garderie depuis { $at }.
told-left = 👋 { $child } a quitté la garderie à { $at }.

told-taken-back = ✏️ Correction : le pointage de { $child } vient d’être annulé.

# When a session should be over: the agents, then the mairie.

ask-agents = ⏰ { $session }, { $day } : finie depuis { $closes } et pas encore close.
ask-agents-unopened = ⏰ { $session }, { $day } : finie depuis { $closes }, et le pointage n’a pas été ouvert.
pass-on = ⚠️ { $session }, { $day } : finie depuis { $closes } et toujours pas close ; les agents ont été prévenus à { $asked }.
summary = 📋 <b>{ $session }</b>, { $day } : { $present ->
    [0] aucun enfant pointé
    [one] un enfant pointé
   *[other] { $present } enfants pointés
}.
summary-alone = Close sans agent, la séance étant restée ouverte.
summary-late = ⏰ En retard :
summary-late-line = • { $name } : { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}{ $nth ->
    [one] {""}
   *[other] {" "}({ $nth }e fois ce mois-ci)
}
summary-no-departure = ❓ Départ non noté : { $names }
summary-awaited = ❓ Annoncés, rien de noté : { $names }
summary-unannounced = ➕ Venus sans être annoncés : { $names }
summary-notes = 📝 { $name } : { $note }

no-session = { $day } : la commune n’a pas de garderie à pointer.
future-time = { $child } : { $at }, c’est encore à venir. Rien n’a été noté ; écrivez l’heure passée.
outside-session = { $child } : { $at } est trop loin de la { $service } (de { $opens } à { $closes }). Rien n’a été noté ; vérifiez l’heure.
left-before-arriving = { $child } : un départ à { $left } serait avant l’arrivée ({ $arrived }). Rien n’a été noté ; vérifiez l’heure.
not-that-day = { $day } : un pointage se corrige le jour même ; ensuite, c’est à la mairie.
command-pointage = Pointer les enfants
