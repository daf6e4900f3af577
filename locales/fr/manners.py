"""Words of politeness, and how a telephone spells: what is understood before any subject is looked for."""

# A clause of nothing but these is politeness; of the first at least one, or a leave taken.
THANKING = """
merci mercii merciii mci mrc thanks thx remercie remercions super parfait top genial nickel cool impec impeccable
chouette ok okay okey oki dac daccord entendu compris note accord marche roule
"""
AROUND = """
bonne bon au a la le tres beaucoup bcp mille grand pour tout tous toutes votre vos aide reponse reactivite je vous te
nous tu toi c est d et ca avance l de gentil infos info information retour clochette madame monsieur bonjour
bonsoir salut j ai bien aussi egalement alors revoir infiniment mr mme
"""
LEAVES = (
    "(?:bonne|bonnes|bon|belle|excellente|excellent|bonne fin de) "
    "(?:journee|soiree|aprem|dimanche|samedi|mercredi|appetit|week end|weekend|semaine|vacances|nuit"
    "|fetes|annee|apres midi)"
    "|a (?:la semaine prochaine|demain|bientot|plus tard|plus|la prochaine"
    "|(?:lundi|mardi|jeudi|vendredi)(?: prochain)?)|au revoir|bye|ciao|tchao"
)
_SPELLED = """
c = c est | koi = quoi | kel = quel | kelle = quelle | qd = quand | kan = quand | kand = quand | cb = combien
cmb = combien | combi1 = combien | tel = telephone | pb = probleme | pk = pourquoi | pkoi = pourquoi
pq = pourquoi | qqn = quelqu un | qqun = quelqu un | kelkun = quelqu un | quelqun = quelqu un
cki = c est qui | ki = qui | keske = qu est ce que | chui = je suis | g = j ai | jai = j ai | jpeux = je peux
pa = pas | po = pas | vs = vous | pr = pour | tjrs = toujours | dmng = demenage | appart = appartement
resto = cantine | cest = c est | sest = s est | num = numero | jsuis = je suis | esque = est ce que
eske = est ce que | pcq = parce que
"""
SPELLED = dict(each.strip().split(" = ") for line in _SPELLED.strip().splitlines() for each in line.split("|"))
