# Reminders before a cut-off, and their buttons.

reminder-evening = 🔔 { $children } : pas encore de cantine pour { $day }. Vous pouvez réserver jusqu’au { $deadline }.
reminder-hour = ⏰ Dernier rappel : { $children }, pas encore de cantine pour { $day }. C’est jusqu’au { $deadline }.
reminder-season = 🔔 C’est la rentrée : { $children }, pas encore de cantine pour { $day } (jusqu’au { $deadline }). Je ne vous rappellerai ces premières semaines qu’une seule fois ; ensuite, je m’appuierai sur vos habitudes.
remind-book = 🍽 Réserver { $child }
remind-book-all = 🍽 Réserver pour tous
remind-not-this-time = Pas cette fois
remind-never = Ne plus me rappeler
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
reminders-on = 🔔 Vos rappels : la veille de chaque limite à { $evening }, puis { $minutes ->
    [60] une heure
   *[other] { $minutes } minutes
} avant.
reminders-muted = Coupés : { $what }.
reminders-restored = 🔔 Tous vos rappels sont remis.
reminders-restore = Remettre tous les rappels
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
