"""What the corpora are made of. The companies are invented; the endings, providers and names are common ones."""

GIVEN = """
ana luis maria jose carmen pedro lucia juan marta carlos elena pablo laura diego sara javier paula miguel emma david
alice bob carol daniel eva frank grace henry ida jack kate liam nina oscar petra quinn rosa sam tina ugo vera will yara
zoe hans klaus anke jan piet joost bas sofie lars nils ingrid pierre luc chloe hugo camille giulia marco paolo chiara
joao rui ines tiago agnieszka piotr ewa tomas jana milan ivana
""".split()

FAMILY = """
garcia lopez perez gomez martin ruiz diaz moreno alvarez romero smith jones brown taylor wilson evans thomas roberts
walker white muller schmidt weber wagner becker koch bauer richter klein wolf jansen devries bakker visser smit meijer
mulder larsen hansen nielsen berg dahl lund bernard dubois moreau laurent simon michel rossi russo ferrari bianchi silva
santos costa ferreira nowak kowalski novak dvorak horvat kovac
""".split()

WORDS = """
tech news shop web team work home data soft lab media group studio trade build green blue north sun river stone
""".split()

PROVIDERS = (
    ["gmail.com"] * 20
    + ["hotmail.com"] * 6
    + ["yahoo.com"] * 5
    + ["outlook.com"] * 4
    + ["icloud.com"] * 2
    + ["web.de", "gmx.de", "gmx.net", "orange.fr", "free.fr", "libero.it", "hotmail.es", "yahoo.es", "yahoo.co.uk"]
    + ["outlook.es", "t-online.de", "mail.ru", "seznam.cz", "wp.pl", "uol.com.br", "proton.me", "aol.com", "live.com"]
)

COMPANIES = """
acmena brightel corvano deltrix eonbase fabrica ganden helvar incora jutland kestrel lumenor mardel norvik ondela
parvis quillon rondel selvana tarvos umbrel ventora wexford xanter yorvik zentral bodega panadero molino cantera
talleres libreria ferreto viajes clinica notaria asesores obrador
""".split()

ENDINGS = ["com"] * 8 + ["es"] * 3 + ["de"] * 2 + "net org fr it nl co.uk io eu com.br com.mx pl dk".split()

# Forty shapes of clean domains, of which no finding asks anything: each may take another road through `inspect`.
SHAPES = [
    domain
    for group in [
        # Companies.
        "acme.es mail.acme.es acme-foods.com eu.mail.acme-foods.com shop.acme-foods.co.uk x.org 7x.io",
        # Schools and offices.
        "cs.example.edu norvik.edu student.norvik.ac.uk norvik.k12.ca.us hacienda.norvik.gob.es",
        # Endings that are not so common.
        "norvik.info norvik.cat norvik.museum norvik.technology",
        # Names for documents.
        "example.com g.example.net mail.example.org",
        # A-labels, in the name and in the ending.
        "xn--espaa-rta.es mail.xn--kln-sna.de xn--e1afmkfd.xn--p1ai xn--fsqu00a.xn--fiqs8s",
        # Mail providers, and their names before another domain.
        "gmail.com yahoo.co.uk outlook.com.br t-online.de outlook.norvik.com 163.norvik.com",
        # Near to a provider's, but not as near as a slip of the finger.
        "gmbl.com gmaille.com yoho.com hotmart.com hotels.com outlet.com gmax.com libero.com wp.es",
        # More labels, and longer ones.
        "a.b.c.d.e.f.norvik.com consultores-norvik.com",
    ]
    for domain in group.split()
]

# Names, and domains that go with them.
SCRIPTS = [
    (names.split(), domains.split())
    for names, domains in [
        (
            "josé maría íñigo núñez ángel garcía lópez peña muñoz",
            "españa-viajes.es peña-y-hijos.es corazón.com.mx xn--espaa-rta.es xn--maana-pta.com",
        ),
        (
            "jürgen günther björn müller schröder weiß åsa øyvind sørensen",
            "münchen-post.de bücherwelt.de müller-söhne.de göteborg-båt.se smørbrød.dk malmö.se XN--KLN-SNA.de",
        ),
        (
            "françois hélène zoë éloïse joão conceição",
            "café-crème.fr forêt-noire.fr hôtel-étoile.fr città-viva.it ação-verde.com.br pão-doce.com.br",
        ),
        (
            "łukasz żaneta świątek šárka čeněk dvořák ğülşen özgür",
            "łódź-dom.pl żubr.pl čeští-řemeslníci.cz türk-çay.com.tr",
        ),
        (
            "мария иван алексей екатерина ольга дмитрий иванова петров",
            "пример.рф компания.рф почта-москва.рф книги.рф приклад.укр",
        ),
        ("ελένη γιώργος νίκος αθηνά παπαδόπουλος", "παράδειγμα.gr ελληνικά-νέα.gr"),
        ("田中 山田太郎 鈴木 佐藤花子", "例え.jp 日本語.jp 東京商店.jp"),
        ("王伟 李娜 張三 陈静", "例子.中国 公司.中国 北京邮局.中国 實例.台灣"),
        ("김철수 이영희 박민수", "예시.kr 한국상점.한국 서울.kr"),
        ("राम सीता अमित प्रिया", "उदाहरण.भारत समाचार.भारत"),
        ("محمد فاطمة عمر", "دكان.السعودية مثال.مصر شركة.امارات"),
        ("דוד שרה משה", "דוגמה.co.il חנות.co.il"),
        ("สมชาย มะลิ สุดา", "ตัวอย่าง.ไทย ร้านค้า.ไทย"),
    ]
]
