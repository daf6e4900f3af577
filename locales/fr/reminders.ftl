# Reminders before a cut-off, and their buttons.

reminder-evening = 🔔 { $children } : pas encore de cantine pour { $day }. Vous pouvez réserver jusqu’au { $deadline }.
reminder-hour = ⏰ Dernier rappel : { $children }, pas encore de cantine pour { $day }. C’est jusqu’au { $deadline }.
reminder-season = 🔔 C’est la rentrée : { $children }, pas encore de cantine pour { $day } (jusqu’au { $deadline }). Je ne vous rappellerai ces premières semaines qu’une seule fois ; ensuite, je m’appuierai sur vos habitudes.
remind-book = 🍽 Réserver { $child }
remind-book-all = 🍽 Réserver pour tous
remind-not-this-time = Pas cette fois
remind-never = Ne plus me rappeler
remind-at-home = 🏠 Toute la semaine à la maison
declined = Entendu : pas de cantine { $day }, je ne vous le rappellerai pas.
declined-by-other = 👪 { $who } a répondu « pas cette fois » pour la cantine du { $day }.
never-what = Que ne faut-il plus vous rappeler ?
mute-child = { $child }
mute-weekday = Les { $weekday }s
mute-all = Tous les rappels
muted = 🔕 C’est noté : { $what }. Écrivez /rappels pour les remettre.
muted-child = plus de rappel pour { $child }
muted-weekday = plus de rappel pour les { $weekday }s
muted-all = plus aucun rappel
at-home = 🏠 Entendu : tout le monde est à la maison la semaine du { $monday }. Je ne vous rappellerai rien de ces jours-là.
at-home-booked = Il reste pourtant réservé :
at-home-cancel = Annuler ces réservations
at-home-restore = 🔔 Remettre les rappels de cette semaine
at-home-restored = 🔔 Les rappels de la semaine du { $monday } sont remis.
at-home-by-other = 👪 { $who } a répondu « toute la semaine à la maison » pour la semaine du { $monday }.

# Sunday's plan.
plan-title = 🗓 <b>La semaine du { $monday }</b>
plan-back = 🎒 L’école reprend { $day }.
plan-missing = ❗ Pas encore de cantine pour { $children } : { $days }.
plan-book = 🍽 Réserver { $child } : { $days }
plan-book-all = 🍽 Réserver pour tous : { $days }

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
