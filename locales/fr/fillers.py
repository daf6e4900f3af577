"""Words that no wish is made of: people who are nobody's child here, things that are no meal, courtesy."""

# People who are none of the household's children, and things that are no meal: said, they may change what is meant.
OTHERS = """
maitresse maitre maitresses instit institutrice instituteur prof professeur directrice directeur atsem animatrice
animateur papa maman papas mamans pere mere peres meres parent parents mari femme epouse epoux conjoint compagnon
compagne mamie papi mamy papy meme pepe nounou nourrice assmat tata tonton tante oncle cousin cousine cousins
cousines neveu niece neveux nieces voisin voisine voisins copain copine copains copines ami amie amis amies camarade
camarades correspondant correspondante correspondants frere soeur freres soeurs marraine parrain chat chien chats
chiens lapin hamster poney tortue bus chauffeur cuisinier cuisiniere cantiniere remplacante remplacant collegue
patron eleve eleves
"""
MATTERS = """
rdv rendez dentiste medecin docteur pediatre orthophoniste orthodontiste ophtalmo psy psychologue kine vaccin
vaccins greve greves sortie sorties voyage pique nique piscine reunion retard adresse telephone tel portable numero
num formulaire dossier changement rappel message messages reponse rappels notifications alertes anniversaire anniv
gouter gateau photo photos spectacle kermesse fete judo danse foot football tennis gym sport musique solfege
natation equitation cheval bibliotheque cinema musee concert carnaval cahier cahiers doudou manteau bonnet cartable
chaussures lunettes cle cles dent dents devoirs poeme exposition recupere recupererai recuperer recuperons cherche
chercher chercherai rentre rentrera rentrer quitte quittera quitter part partira partir allergie allergies
allergique allergiques porc viande poisson fruit fruits legume legumes lait gluten dessert frites
"""
# Words nothing is made of: courtesy, pronouns, filler. Anything unknown and not here is looked at twice.
_HARMLESS = """
bonjour bonsoir bjr bsr slt salut coucou hello svp stp c g t ke ki k qd mm vs ns ss ds cc hi yo re bonjours
clochette equipe secretariat sinceres salutations sincerement respectueusement attentivement distinguees distingues
amabilite aimable cordialement cdt cdlt bon avance remercie remercions remerciements je j tu on nous vous toi leur
me m te se s y celui celle ceux celles qu dont ainsi voila voici vouloir svpl please rebonjour chers
cheres voudrais voudrait voudrions voulons veux veut veulent souhaite souhaiterais souhaiterai souhaitons
souhaitent souhaiterions aimerais aimerions aimerait desire desirons faut faudrait faire faites fais cas effet
bref bises bisous biz bisou pardon veuillez priere prie son sa ses votre vos ton ta tes tres peu lorsque demande
demander demandes urgent urgence important informe informer signale signaler previens prevenir avertir
signifier suite matinal commune service services periode periodes date dates email nom prenom famille
gentil gentille grace repond repondre retour attente confirmation plait plaisir etes eu eut aurai aura aurait
jaimerai pouve vou sra aurions ici ci venir exactement simplement directement exceptionnellement exceptionnel
habituellement habitude semble ah oh eh ben bah hop allez go lol mdr haha hahaha hihi xx xoxo bye ciao
soient personnes compris place places ticket tickets rapide rapidement nbr nombre demarche toutefois cependant
neanmoins vas aller meme memes jvoudrais jveux jvoudrai jaimerais jsouhaite jsouhaiterais chui bcp mnt desormais
dorenavant reviens decision avis rappelle aurais moyen inclus incluse inclu
"""
HARMLESS = _HARMLESS.split()
