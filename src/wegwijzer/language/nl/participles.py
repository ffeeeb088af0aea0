"""Lists of participles for `passive`. Add what the checker misses, or what it takes for one wrongly."""

NO_PARTICIPLE = frozenset(
    """
gebed gebeuren gebeurt gebeurtenis gebeurtenissen gebied gebieden gebit gebouwen gebrek gebruiken gedachten gedicht
geduld geeft geen gegevens gehalte gehoorzaamt geld gelden geldt geleden gelegenheden gelijkheden gelooft geloven
geluid geluiden gemeend gemeenschappen gemeenten gemiddeld geneest genezen geniet genieten gerecht gerechten gerucht
geruchten gerust geschikt geslachten gespreid gesprekken gestalten getallen getuigen getuigt gevaren geven gevoelens
gevolgen geweld gewend geweten gewond gewoonten geworden gezelschappen gezicht gezichten gezinnen gezond
geïnteresseerd
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""Words that only look like one: ‘gebied’, ‘gemeenten’, ‘getuigen’."""

OTHERS = frozenset(
    """
aangemoedigd aanvaard beantwoord bedacht bedankt bedekt bedoeld bedreigd bedrogen begeleid begonnen begraven
begrepen behaald behandeld beheerd bekeken bekendgemaakt bekritiseerd belast beledigd belicht beloofd beloond bemand
benadeeld benaderd benoemd benut beoordeeld bepaald beperkt bereikt berekend beschadigd beschermd beschouwd
beschreven beschuldigd beslist besproken besteed besteld bestempeld bestraft bestreden bestudeerd betaald betrapt
betrokken betwist bevestigd bevorderd bevraagd bewaakt bewaard beweerd bewezen bezocht beïnvloed erkend ervaren
herbekeken herhaald herinnerd herkend herleid hernieuwd herschreven hersteld herzien misbruikt misleid misverstaan
onderbroken onderdrukt ondergebracht ondernomen onderscheiden ondersteund ondertekend onderworpen onderzocht ontdekt
ontkend ontmoedigd ontnomen ontslagen ontvangen ontwikkeld ontzegd overgenomen overgeslagen overhandigd overlegd
overtreden overtuigd overwogen uitgenodigd verantwoord verbannen verbeterd verboden verbonden verborgen verbroken
verdacht verdedigd verdeeld verdraaid vereist vergeleken vergeten verhinderd verhoogd verhuurd verklaard verkocht
verkozen verlaagd verlaten verleend verlengd vermeden vermeld verminderd vermoed vermoord vernield vernietigd
vernieuwd verplaatst verplicht verraden verscheurd verschoven versierd verslagen verspreid versterkt verstoord
verstuurd vertaald vertegenwoordigd verteld vertoond vertraagd vervangen vervolgd vervormd verwacht verwerkt
verwezen verwijderd verwijten verwittigd verwoord verzameld verzocht verzonden verzonnen voltooid voorkomen weerlegd
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""Those without ‘ge-’: ‘behandeld’, ‘verwijderd’, ‘ontvangen’."""

HAPPENS = frozenset(
    """
aangevallen bedreigd behandeld gebeld gediscrimineerd gehoord gekwetst genegeerd gepest geraakt gescholden gestalkt
geviseerd geïntimideerd misbruikt uitgelachen uitgenodigd uitgescholden
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""What happens to somebody: there the passive is right, for that person matters more than who did it."""
