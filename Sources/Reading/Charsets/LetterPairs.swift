// Written by Scripts/charset-tables.

/// Which letters stand together in a language, as far as a letter beyond ASCII is one of the two.
///
/// For each language a line `= language encodings`, its letters, and the costs: for a gap, for each ASCII letter where the
/// script is Latin, and for each letter of the language a row of what may follow it (after the former only letters of the
/// language, after the latter the gap and ASCII letters too). A letter is a cost in half nats from `a`, 0, to `z`, 12.5.
enum LetterPairs {
    /// Languages in Latin letters.
    static let latin = """
        = en windows-1252
        ªºàáâãäåæçèéêëíïðñóôöøúüþ
        zzyzyzzzzzzzzzzzzzzzzzzzzzzzzzzzzzyzzzzzyzyzzzzzzzzzzzzzzzzzzxzzzzzzzzzzzzzzzzzzzzzzzztzzxzzzzyzzzzzzzzzzzzzzz
        zwzzyzzzzzzzzyzzzzzzzzzzzzzzzzzzyzzzzzzzzzzzzzzzzzztzzzzzzzzzzzwzzzzzzzzzzzzwzzzzzzyzyzzxzzzzyyzzzzzzwzzzzzzzy
        zzzzzzzzzzzzzzzzyzzzzzyzzzzzzzzzuzzzvzzzzvzzzzzzzzvzztzzzzzzzzzzzzszzzzzzzzzzzzzzzzzzzzzzzzwzzyzzzyzzzzzzzzzwz
        zzzzzyvzzzzzzyzyzzwzzzzyzzzzzwzxzzzzzzzzzzzzzzzzzzzzzzzzzzyzzzzzzzzzzzzzzzzzzyzzzwzzzzzzzzzzzzzzzzzzzzzzzzzzzz
        zzzzzzzzzzzzzzzzzzzyxvzzxzzzzzzzzzzzzzyzxzzzzzvzzzzzzzzzzzzzzzzyzzzzzzzxzzyzzzzzzzzzzzzzxzzzzzzzwzzyzzyzzzzzzz
        zzzzzzzzzzzyzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzrzzzzzz
        zzzzzzzzzzzzzszazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
        zzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzezzzzzzzzzzzezczzzdezzfzzzzzzzzzzzzzzzzzzzzzzzzzz
        zzzbzzzzzzzzzzzzzzzzzzzdzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzezzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzczz
        zzzzczzzzzzzzzzzzdzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzz
        zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzczzzzzzzzzzzzzbzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzdzzzzzzzzzzzzdd
        zzzzczzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzbiiijfzizjjzifjlkzgghzzzjzlzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzza
        zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzbzzzzzzzzzzzzzdzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzeczzzzzezzzzzzdgzzzgzzzzzzz
        zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
        zzzzzzzzzzzzzzzzzzzzbzzzzzzzzzzzzzbzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzczzzzzzzzzzzzfczdzzzzzzzzzzzzzzzzzzzzzz
        zzzzzzzzzzzzzzzzzzzzzzzzzzdezzzzzbzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzczzzzzzzzzzzzzzzzzezezzzzzczzzzzzzzzzzzzzzzzz
        zzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzdzzzzzzzzzzzczzzzzzczzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
        zezezzhzzfzzzdzfzzzcfzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
        = fr windows-1252
        àâçèéêëîïôùûœ
        iqlujmzszwzzrzzozpzrmpvzzzzlzoimzrzwzrrxrzljszyzlzznzxzmgzzrztzozzzqzzzzzwyzwzzqzmhmzxzzzqtznzkgnzszzzzzzlvjgp
        zzzjzzqzywjkxzzzzzzzhzzzlzzzzzzzzzzzzkzzzzzzzzkpzkivzzzqzvzyqzkhizyztztuzxlpiqzvztzztzzzrqvqpqzlnzzprlinzwznzw
        zzzzzzzzzzzzszzopjglzzznzrzzyzqjzzzzzzorzrzmgnzzznzzzzzxrkpvwuzzzzzzznhmzzzrzzrzzzznzzzzzzzzzzzrjzzzzzzzzzzuph
        vzzzzzzzzzznjzzzzzzzzazzzwzzzzzvzvzzzzzzzzzzzzzzzzzzzzzzzzzzzlziczzzerozzgfhzlkplczzzzzzzzzzzzzzzzzzznazzzrzzz
        rzzzzzezzzzzgzzzzzmzzzzzzzzzzzzrzkgjzrgzzzzhfhzskccgzhzzzqzzzzzzzzzzzzzdijfhfihnojshhhjgjffelhzyyrzoqynzzzzzzz
        zrzzhzzzzzzzvkckznkuzbzizzzzzzzzzzzzzzzzzgzzzzzzzzzzzazhzzzzjizzzzzzzzzzzzzzzzzzzqzzhzzzzzzzzfjdzzzzzbzzzzzzzz
        zzzzzzzzzzzfiiffghkzzzkgkelzfiefohjzzzzzzzzzzzzzzzzkzzzozzzzzzzdfhzgzzpbzrzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzz
        zzzzzzzzzzzzzzzzzzzzzezzkzpzzzzzzgllzzzcpczzzzzzzzzzzzzzzzzzzozzmlzzzzfzzzznzzzzmkazzzzzzzzzzzzzzzzzz
        = de windows-1252
        äéöü
        oyokzzzzlumkvvyzowrmszuviqmemwomjwjmtyrzhsmjktgjiulkjwjjmvpoyxuwisnmzzzzktljmvonjvnktyzvpwjzhzlizzzzsztrkxmkos
        lfhohgekzpfhdpnpefefpzuzouzzzbikjjhzlzzkzhgkjimfggmzznzmzzzzkslgiqgfgzzkgkdojzeegzmlsznzzvzozdfjwkhfzzsikfzmzc
        ghzrzzzzzzzz
        = es windows-1252
        ºáéíñóúü
        vpnswrozzysmjwozzmlizmmzzlnkzkqzzpnjymtyzvwpmquzzjlizmltzoljzkimzmmjznozzpkxmgxzznkoziquzqmlzzozzmmkzmszzgkkzl
        lwuoomzmnzzwuqqzzzzlnnzmkzzzzzzzxzzjmizlpzzpnkzmqzzilkzkmzzmjlorzzzmkizmzzzlzzzzzzzmtnzozzzqszzmqzzituzgmwazzh
        zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzdzjhnoihrmnzhievjlhchmlzkrnzzzzqzzzdllhhpjjzjmwgjdtirfdhnozgvuzzzzszzzdbkghmjjz
        zpzoighlnjfgzmztzmzzzztzzzqczzzhzzzkzzzzzbzzzzzmzzzzzzqoizkzzdwomkznjzuquggbukuijlzkzkvzzzzzszzzfhejllpqqzozef
        cnizlfguzzzzqzzzznzzzkzlzzbznkgzzjzkzzzimzzzzzzzzzmezzzz
        = pt windows-1252
        ºàáâãçéêíóôõúü
        ulntxyjurptzozzzzzxiszmwzzpzzzmuqzgmnopxowzznmonnhlmqtqzzzmtnzomopsuozzzvxqlzzrsyuqzzzkomzkpjmpwpuzzmomzmknlur
        sszxhtixpqpowkrzzznsljrmzrxorzztetnzpzwoqtlvzzozzzlpzzzzzzzxjnnpkljmorqzzzlrkzlolnptmxrzmrgiopmlowmzzztzqouytv
        zzzzzzmqnmlqnkookzzzzzzzzzzzzzzozzjpmlmlllpqqzzzmwivmrmkuouzyzinizjllkpppyzznurkkmlxzzzzzzjqkzkkjnouzzzzszzzzz
        zzzzzzzznzjzjzlosmrzzzzztzzzzzzzzzzzopjzmmprnmuzazzjzzzzzzzzzzzzzzzmzzzzzzzzzzzzzzzzzzzzzbzzzzzzrzzzzzzztzksdz
        zzzzzzzzzzzzzzzzzzzzbzihjzigzzzzhpnvjldggkgzkzqzzzzzzzzzzzzzzozzzzzzrzqzzzdbnzzzzpzzzzzzzzzzzzzzzzzzzzizzzzizz
        zvzzzzzazzzlzzzzzztzzzzzzzzzzzzzztdzzzszzzzzzzzzezzzzzmzzzzzzzqzbzzuzruenzbsohhtpkzjvzkekpkvfhiknzlztzzzzzzzzz
        zzzzzcpmzulzszrzzpfczzzqdsmszmzuzzzzzzzzzzzzzzgijeetijzzzzgifihlhefvezzzkzzzzzmzzzzzzzzdzkhgrmhzizzgkizfldehzj
        zgzvzzzzzzzzzzzzzzeozoizozzzzzidbjzohgqzrzzzzzzzzzzzzzzzzzzrzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzkzdhfzqmzz
        kzeeerjzieizhztzlzzzzzzzzzzzzzzjzzzzczzhfzzhzizzzilzzzzzzzzzzzzzzchzzzzz
        = it windows-1252
        àáèéìíòóùú
        wxjrzzzzzzzzzzzyzzzywxosszvzpzyyxvsvryyzpywvnwqzwzzzzzzzxxzzrwnszxxzuzwyxwuzsvuzywjhxzyzzznwwyzznxjtorzqzzzzzz
        tzrnzzzzzzqwyvowswwzxuutwwrwyyxwspuzrzvzzzpxzzzzzzqywutzqxyyzzzzzzzzzzkwvtrvlvuzrwspktrzqxivtuuwqxrzxwwxrxkuzz
        uwxvuvpzxzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzztwvwzrzzxazzzzzzzzszzzzvzzzzzzzzzzzzzzzzzzzzzzczlkzzzzzzzlezczzzffjzi
        zzzizzzzzzzzzzazzrzzzzzrzzwttzzurszzuzzzzzzzzzzzzzzapqoqnzqzzqzlmnpoplmnrrzpzrzzzzzzzzzzaqzzzzzzzzzzzzzzozzsoz
        zzzzzzzzzzzzzzzcdlizzzgzzzzzzehzzihlzizzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzbzizzzzzzzzzzgczfzizz
        zzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazkzzzzzzzzzhzzzzzzgzzzzzzzzzzzzzzzzz
        = nl windows-1252
        àáâãäçèéêëíîïñóôöøúü
        vxzzzzypzzyzzzwzzzzwzzzzyuzzzryyrxzzzzzzzwzzzzuvzzzzzzzzzzzvzzzzzzqszzszzzuvzzzzyvzzzzxszzwzzzzzzzzwzzzzzzztzq
        zzqyyzzzzwzwzzzzxnxzzzzzzzuzztzzzzzzxtvzzzzzvzwzzuzwwzxwppzzzzzzyxxzyyzzzzzzrxzlzzzyxzzzzzwzzzzzzxzzyzzzzzuwzw
        yxzzzzyqzzzzzzzzwzzwxzuzzzxszzyzzzyzzxzzztzzzzyszzyzzzwzvzzrzwzzzvvuzzyzzzwzzzyyzzzzzzzyzszztzzzszzzzzzzzzvszz
        zzzzzzxzxzzzzzzzzzzzzzzzzzzzzzzxzzzyvszzuzzzyzvzzyzvztzzxrzzzzzzzzzywzzyzzzzysyzxzzzxzzzzxzuzzzzxwsyzzqzzzzzzu
        zzzzzzzpzzwzzzpzzzzzzvzzzzvrzzzzzzzzzzzvzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzvzzzzzszzxzzzrzzzzuazzzzzzzzz
        zzjzjzzzzzhzzzzzzzzzzzzzzzzzzzzzzzzzzezzzzzzzzzzzezdzzzeiezhzezzzgzzzzzzzzzzzzzzzzzzfzzzzzzzzzzzzzbzzzzzdzzzzz
        zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzazzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzczzzdzzczzzzzzzzzzzzzzzzzzzz
        zzzzzzbzzzgzzzzzzzzzczzzzzizzzzzzzzzzzzzzzzzzzzzzzzzczzjlzzmzzzzhhezzzcjizgzzzmzzzzzzlzzzzzzzzzzzzzeonjolzozzo
        qikcmqzjkjozzzzqzzszzzzczzzzzzzzzzzzzzzzzzzzzzzzzzdzizzzazzzzzzzzzzzzzzzzzzzzzzzzzzczzzmhnzzhzzdpdzzzfpkzkzkzk
        zzzzzzzzzzzzzzzzzzzzhczhzgzezzhizzffzzzgizzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzeezzzzzzbzzzzzzzzzzzzzzzzzzzzzz
        zzzzjpjkgfzzzzzzkhbzzzifgzmzzzzzzzzzzzzzzzzzzzzzzzzzbzzzezzzzzzzzzczzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzfzzjzkghzmzh
        zigzkzczzzmzzzzzzzzzzzzzzzzzzczzzzzfzzzzzzzzzzzzeezzzzzbzzzzzzzzzzzzzzzzzzzzzzzzzzgzlzikzzhzzzgjfzezbzizzzzzjz
        zzzzzzzzzzzzzzzzzzzczzzzzdzzzzzzzzzzzczzzzzzzzzzzzzzzzzzzzzzzzzzzzczgzgzzzzzzzgzgzzzzdzzzfzzzzzzzzzzzzzzzzfzzz
        zzzlzdkzmzlgzzzfgczhzefmzzzzzzzzzzzzzzzzzzzzzzzzzz
        = sv windows-1252
        äåéö
        gkylyxzygjxhzzqzihokvqywifqcjgyhfhvgpwzofutihmsihitjihqjiitnnuyuldspzzzziiskhgujjkslwwyyfguppszzzkrszozwpzlznz
        rjjskgrzuifhezlzbhgzhzlzzszzxcpovilpfmzrigoevozehgwlzwzxxozvbkppzezomznzljdpozjklnzzzzzzzzzjopnhpmhpuihiihuhyb
        hhzfwzwuzzzq
        = da windows-1252
        åæéø
        lnpmzxzzjkzhzortnookuwzyhjqgimziijshzwzoohzjojtilitjhjvjjkumzzzzdjzjzzzzljvkfjujkjvkzrzsmfvnzzzzzzzluzzzzzzzbz
        izghqlnzznhrizrzdikzmzzzzuzzzlzjkhljgrmzfejeqmzcfgphzzzzzzzzdzzzmgzzzzzzzjczzzfzdzzzzzzzzzzjzfzeklfoufifigzzzc
        hkzgzzzzzzzz
        = nb windows-1252
        åæéø
        hrrmzzzzilyizmpsmsqktxzugnrfitzojnxhrwzoniueoyupllvjhqukimvmxzzwdsxjzzzzlqukgnujkpvkxuyqigzpzszzzzzzrzzzzpzqbv
        qziknnprskipiwizelhymzzzzrzzwkzpznvtrqzzmkrrzlzalozhzzzzzzzzdopzogzzpzozmjbnzzmkhzzzzzzzzzzjrnwglklrqwfgifvgzc
        ggzgzzfzzzzv
        = fi windows-1252
        äö
        mrxyjszzenlznolnfnjnfmfjfjfohnsyelzzhngoejyxetmzmziezzcouvnmzxhgkhgheolzhhguizxhzeteltziltshfighhepizhdfokwzfx
        ii
        = is windows-1252
        áæéíðóöúýþ
        gmkgwmlkogtzzoewxvzqifuizhigkzzrozzqzzzzljzlzhlokpzzzzguzzzwiiimiikpvsmkwnjlknwsihhozjhgqzvzzzezyzzvenuzzdehzz
        lmzlzilmmwjjlhzlioklhkjjzkjopnkkpmzmqjkqzzzzjzzzzzimlkzkmnrozzzzzzzzzzhjkjhkmkorkkhhzkklkqniqiziilntvzzzhtwvzr
        oglfzriwzzzzzzzzzzzzkzzjzzpzzzzzzzjzzzzpzzzzzzzzzzbmkzoojjikvifjhwnzfhfllzzzzvmzzgzzzzujzqzjzifzljfhfgzkzdgdsk
        zrzzzzzzezzzzufzszszjdztzheumzzzcjejzzzzzzzzzkzzzzzbllzpoimpqzfjhgtozlfijpztzwqzzzgpvuzlbelzpkklleknjlkuvziinf
        lzzvzrvzzzztzzsfkjznpijjmrfehfuhzdgekizqszorzzfzuzzmizuzmzfdzzzgdhezlzdjiotzlzuzzzzfzzzzzdgmzlollshuihidrkzefe
        lkzpzzzzzzjzzzzzgrozlrnmzkejifezkzddfqlzzqzpzzzfqzzzzodzzzczzzhhzzzzjzzgzzjfzzjzfiikzgngjz
        = ca windows-1252
        àáçèéíïñòóúü
        ouypjszzsunzzzmtxnosyqwvlrzmgozznonzkuzmlmzznopznxzlnnzzpnpyuzrzzupvstzxjuzmojzzmnqunwzksozzonjjntzqrpzzozuzmv
        pmtzttrgzwjvzzruzzvpmzpzznnlzzrqzzltpmpkzzmoszjrzlgjzzmklxnrkmpozznnnztztsywswzzzzmwqmqozzopkzzzzzzzzzzzzkiull
        klzzjopzprznomzzqkqzjtzlkkzzkppzouuimklsyszznszmkjzzttzzzzzzzzzzzzzrmzzjpgzzfoqzluzzqrzzznzzlkzoqpzzpkuzczjejz
        iionzzhhfzikfgglkzjzrzzzzzzzzzzzzfzljkjmkzzzzelbzzngflzjznzhzzzzzzzizzzzdbzzzrzzzzzzzozfzzzzzjzzzzzjzzzztzzihz
        zczogizjizhzzjicujrfehnlzhzzzzzzzzzzzzzzdztqstzvzkuwppjusulbnjtzrzwzzzzzzzzzzzzcikfgihjzzvpghfjkmleezkzozszzzz
        zzzszzzzhihgelrrzzzzghdzzzkdcqzzozzzzzzzzzzzzzzlczzzfzzzizzzzzczzzzzmzzzzzzzzzjlzzzzzzbzijkzlhzzzzhggzhlehkznz
        jzvzzzzzzzzzzzzazrjqzwwzzzzpneumzkhtwrzzzzzzzzzzzwzzzzdrdmmzrtzprzegezipidizjzzzzzzzzzzzozzzzzzzqzbzzoiozjzozz
        zlmlzzzzzzzzzezfzzzzzz
        = et windows-1252
        äõöüšž
        mkoknprntpqonsmkzzzzzzzzsqroznsovpuqizjhzztqpmzzhinizzrnuoqtghnnzziiliszkjmkuvhilizuijmmqrsrtqprgglitzzzzzzzjk
        ljsrmjmjvzjkjknzrnuppugglnuzzzzkzzzzzzzzzzzzzzkkzzzzrqizhfzhfesififjizdghmkzzzzezzzzzvqhzihzifehifhfmgzeigfjzz
        zuzgzzrzmlizgjpgjhjhhihlizfggxhzzzzzncorzrlizgmmgfomgefflgzfffoizzzzpzzeqpldzzzdzzrdzjhiiejzkzmhizzzzzmmkgzjfz
        zzdzlzbzzlzlglzlllgzzzzzinlmzz
        = ga windows-1252
        áéíóú
        lklmmzyezyijjjkijjjjijehjfzyoufjiinijfilhiiijpxzpizziiizzzzzghggiijijlijghkswmzwfhhgjzzzzzhhggiikhijhjghjjzhoz
        ffggzzzzzzzdzzzzzzezzjzbeezijixkkzdzzdheznzhhhzozzzzzzpvrjblknrnlqczznppsozmlmrzzzzuruzorctkihukhpwzzjffdmzief
        uqzzzzowzrqjtkfgregrczziigzjzfihzozzvprzpzqeshggzkjzdzzeiezjzfghzozzzzksquq
        = pl windows-1250 iso-8859-2
        óąćęłńśźż
        tysxnzkpizzizgklojjjwgkzwzyklzlozzzzlkzjiztknvvlvlkinjnoznzzzzzhjzigzzzykqzijzozsmijfjoktlnfzhtzkzsijzjizqzkoi
        zjzvuzqimyklznztmjzkzzzzpzzozjlhriipzmjxwzzzzzzzzzzzhkojnvqzpjiynizzzzgkzjmzzzzzznyjplqgzzzszzzzzjkzliznzzzzzz
        zzzzzzzizgoipknizijzwzxrzghgxzjzzglgrqzozdkjzzczzkzzpzgztihbznefzzhzzzmzzzzkzzkhzzpzzhzzizizmthaznqozqzzzztzlz
        zszzszszlzzzzzzzzzzzzbzkffzzjzzzgmzwzhzzjhzzpzzjzzkzjzioiddkkofrozvzivnidlzsolgzqzfpiivkszxznczodszzzzzzmzozzz
        zzczzzzzzzzzzzzzzzzdzndtzzzzzzqegfzkzgzszzfzzzzzezxrzzzdzjgfoztzzzpfgczzzfqzzzhzzzzzfzzlzzzdgkkhczzzpziiqfhzzs
        izkzszeznjwmszzzz
        = cs windows-1250 iso-8859-2
        áéíóúýčďěňřšťůž
        uuuwlzjvzxllwzizzyyszjqzoljnzijnhtthkzgsjpzmqpngzyzyzzvzzzkzhkhwwknzgrkmzjqozuzrzjmzmkjtzjijnmpvzzququznviloiu
        zszzzpuzmzhjtvwkqzzslzskmkmmqvziszpnjuwjisfrqzmowsyjwmrggxothlzzzltzjlhihqyjozzpzjzlpgjhpulrzfumqzimgheszhlvfz
        znzlmuzzzxzjqznklqziinjqvqrziqekvizzzzzzzzzzzzzzzzfhrruhkwzrzlrikknistpqzzszvpnwiihsvjrzgshkzlzmxxyvzinzqmiozg
        ghgsyglzfqlhzjlszzzzzzzozzzzzztolzzzzzzzzzzmztzwzrzlvzqkinuhfohmoopyzqkmzkxdzkgfzvqjujhfffzizhgfsfzzzhuzzzzzkr
        zqiixzibwpoktlrezvjkehwlzhkixmzzzmzszzzzkvzzmpvzlbvkfizvviykghfizkzjhgyizzzizzzzzzkvzpkjpzjhzkzdzzjzzkzdkczozf
        ojzqzzzfzzzpzzmzzzqzzzmkumjgzzzjzlhjigpezgdfzhzzzgzzzzzzezzzfpzzhczidizszjzlikekzkzhignhzzzizzzzzzmzztoizzngfn
        mqduzueughoejqzjlgjpzzztgzfzwztzzqzzvkzagzozzzzzzzjzhskzzznglzzzzzhzzzzzzzzzzzzszczrhhzzyizggeigvmzihfzkzzzjzz
        zzyzlnzqikozibhznzzzzzzzgzlzezzzfhezzzzzjzzzzzzzzzzrzhzhhnrucwzqdvlqnlltzzjolpzzzzhzdzzzqzzzzwzmzfhumzdxzzfzgg
        ohkizpnejkzzzznldzwzrzzqzjjqzbezozzzzzlqjzlzfszzoihzzzzzgzzzzzzzzzzzzmzczhkjzwzlzgkffmzrzjfmzgzzzhzzzzzzkzzomp
        zzedjkngczzrezjmpgjszpjnjrzzzzhrgyzzzozmzkznz
        = sk windows-1250 iso-8859-2
        áäéíóôúýčďĺľňŕšťž
        qzuqvukyimzmpzkoizzzxxzszjozmozkiijqojtrmklzvmsuosrtzljzzlzzzzwtzzlzizlirjjknzmjlzmzqozzrrzqzjjzikzjljjzjliznz
        szzlzzzzzhzlohznzzzzqzzrzzhzknwonjrzpjqnmzzkznlmzvzjwzsszkhlmzzjszgzmuzurzirthzhonkigozsnpswzlhzjilqkjqzzzpzjz
        rgkmkohmnqzzwmpqzofzghpqjglwzzzzlznuzuxzzxziozkozmvjikpjpinmszqpovjvzzzzzzzzzzzzzzzzzzfzihllkhkwzzrzmolmznjsoh
        rszwptvzhxhzjilqjitprrpvrzzkzzuvzvzjlzntzjlfhjijtlmgmluspshzlzzzzzzzzzzzzzzzzzqzpkzzzzzzzzzzzzzzzzzzzrzlzzwnzi
        hmfzpilzmmwrzopullwdzjfgzzpjzihffgzizfgfmfzzzhzzzzzzzzjnzkoziniezzzkzzzzzzkzzozzzzhdzzzzzfzzzzzzzzczzzzzzezbzz
        mkzmndzznpfizzzgqjzrzzzmzzzzzzzztzzzzzzzpcukfizzslzkfiegzizhfgzgzzzizzzzzzzzkpzlqzjkjlzgkfzlfzznzhgczdzezjzzzz
        zhzzzzzzzzzzzzzzzzqqzggizzznzgjfpqznzfekzfzzzgzzzzzzzzpzzllzozcczifgzkzkzuiilisgzggfzizzzhzzzzzzzzfuzpuzihiczi
        dozrzkzpikekzlzihjphzzzjzzzzzzzzqzzrsziojhdmtzfzzvdzhhneezzmmjjuzzzzrzzgzzmzzzzvouhzzbczzzzzzzzzrzizhzzzzjkzzz
        zzzzzzzzzzzzzzzzzzhzzezzzzzlzzlzzjzfzzzlzzzzzkzzzzzzzzzzzzfzzzbfdjzrzzqrzzezfgfzzphmeizzzzzzzzztiznzzznzozzccz
        zzzzzkzzrzmzezzzzkezzzzzozzzzzzzzzzzzzzzzzzjzhzzzzzzzzghzzzziczzzzzjzzzzzzzzizzzczhzzgfzzudzzkdzghmhhhztmejlzz
        zzpzmfzzuzszzlqziizaezzozqzzuuoznzgtznspnzzzzzqzzzzzzzzzzzzzuzzeijpfczzvdzimmgirzpimizzzzzozngzzrzznuplzjzz
        = hu windows-1250 iso-8859-2
        áéíóöúüőű
        kglnlkmmuvtyvusvzzgjkiknmjmkihtuttzzhhjiiplhqorqptzuzzifvmhnihnihkklnmmofiikmklmnjksjzmsvzeinfhjjsoigklfoinqgh
        likolhtfgklnkpsjihopkpnknvszuzzzzzggilnnilszzzzzzzzzghnijlijkihklmmljpghliillimjzzrzzzzzefkolqkjmzzzzzzzzzzzzz
        zzzzziiklkmjlkggiihmiioiogjizofnmiheheslzeefmjzzwhrqqzzzzzzizimjzsekolgfjezgzedgzhzzzizqzzzzuzzpsolltzezzhligf
        zjzejcrezzzgzzzzzzzzzckglgqkinjigekhuizgggzizzzivqzqzszzzozfmiszimzngfieznzefesfzzzezzzzzzzzzemljkzpdqpdieqizp
        zghfznzzzhqzzzzzzzzntstktrgnzzeblezzziigzjzzzhzzzzzzzzzckgphiklniifekinmzgffsizzzhnrozzpszzclimzglkkzifgrezzzh
        gizfzzzhzzzzzqzzz
        = sl windows-1250 iso-8859-2
        čšž
        jjjiilimszzzrnoikjzzzrszkzziilqizzkzpsnnmrknqhkjtnzzzznkjrzwzzzhihmmrzzzzzzzzzrlsfenvzdzzzdgihoekuzizugqzzzzzz
        zgfzqudzzzejehnggiztzelmzzzzfzzhegutczkzdhimofkzzkzziqzzzzzzz
        = sh windows-1250 iso-8859-2
        ćčđšž
        lkqjkmjljkzzzzzzzzzzzzzulilkjlzzzzzzzswzzzzztkipimzozqzoszozzvzstrqzrzxoquqljlijmrzizzzzzzrnnjizzzzzzvzzziinji
        wpzmzzzzzzzzzzzzzzzzzzzzzeeztzczzzdzotzhkzzzzzgzzzzzzzzzziezrzdzzzdiehpejzzzzzglzzzzzzzzzmdzzzczzzhzzznsizzzmz
        czzzzzzzzzzefzqzezzzftfgpgklztzcimzzzziszzzjehziczzzdjzlnfkzzjzzgozzzzzznzz
        = ro windows-1250 iso-8859-2
        âîăşţ
        ygrhmzzzjimvgqjhqfqjozjzzvrvjkjsgzziqfzzlslzzzzzljqzizzzzzzzmvhtkgrgzmoyhohzzzkkjrgtmzzzzzlshnlnpezmjrfzzrzkkk
        hrfzzzzzzzzzjzzzzzzzkzezzrzzznzzzzizzihbzrzfndkzzzzqzzzikpzzzzzzzzizzigazvzqpouzzzzzzzzjkbznikuwmzjpzjikvkzfhg
        inzzzjzzzliigsithzzzbzusnliuzzzeizzzzzuzmzzjfztzfzzzbzszzzvzzzzzhzzzzznzfzz
        = tr windows-1254
        âçîöüğış
        thyijxmjzjzvviwhvzuhhzjvzzzqhzfzszujgzfzwjzzzixjuntmlzfppzzeezizmkrvjzinzhxvwixhzzzmjzgznlvjizgmplssizfutwrrhz
        gouluqjzfozozzzhxkzmzzlzftzzzzzzzzxktojzfkwrviizezumzlgzfwvjzzzhzhzzuzlzlnzzzzzzzzzzzzzzjztuzjhzfqzuttizfzezjn
        jzjzgnzgdgeznzfmiznzzeizzzzzizheejzoezprdznhizezzonikzzzqzzzzkhzezazzzzzjzzzzzzikzzzzizzzzzzzzzzzzzzzmvmmizmtp
        zziejdzizdhhzkzzeezmzzzgzlevlikplsmsqfgfdvjzehhzjzwgfzhzzzjzgjgqpkfsszczzfjoozzfozezzzzlzszzhzdzdrojkvmtrzzffg
        dtkvfikqpzvhgznzzzhpgeelqreomnezgfgrmtznmfhlzznuzlzlhzer
        = lt windows-1257 iso-8859-13 iso-8859-4
        ąčėęįšūųž
        qmqyiiosizkqzyjzzjjvfkpufjupzozzzirokzfmlvmjgzkyzoizzknzmzzzzmzjrimnnlimnzpzzzznzllqyyhmhohzkljzhgziqimljjjzjo
        gljomjohrhmrqiilikgkktqjpzozzzmzzmmqinomnmozzzzzzzzzjnimkkkklkmkonznjzizilkqjhqzlqzzmzzhkqhkpqmkxzzzzzzzzzzzzz
        zzzzzzjzzzkzzklzhkrzljzazzzqzzzzzgnklnzzzjivzlzzzzzzzzzpzzjhktzmhzzzazozsznzzzzrozzzozozozzzzozdzqsizzizzeifhi
        zlzhdfzjzzznzlzzzmzzjbzzzzzzzzzzzzzzzzzzczzzzzzzzzzzznzznbprzjnzjzzminhpzkzhfhzfzzzzzzmzznzzidflzmhzkzdoeijlhl
        zjifigzzizliimiollrkzmzfzzjzzrfijfzizdddzlzzzjzjzzzizznazzzwzzzzzizzzzzzzzmzzzzzzzzzzzzzzzzgfmzhfoozcshmfhglzl
        iigizzhzlvimksmlz
        = lv windows-1257 iso-8859-13 iso-8859-4
        āčēģīķļņšūž
        mnnomolpjoovmspupkmkwlfzhzjzozpfzhzhzfzzzznzgzhzgzzrzmkmqrmupkkizklzjznzzzsrzfzpzuzkzkjnhzjzjzzzzzzlrsqzonhmzp
        ezkznzzzogzezrzuzjqiozgugxfwzznjrfzgzizuzmiofojzhzzznnqwowmtqnlhznguepkzonlmzzzzzzzzzzzzgxiofnspjkpizkzkzzzzmz
        ezizhzopokzlstnrqmnkzogzfxizvzzxzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzhzgzfuzinozcnkhftnozmffhgjxizfffqizzzlxputzs
        nmkzolfzzzczzofzzzqzjjzzjzczzzzzizpzlzzzzjzfznfhuzjzzegegizlzefezkzzzkzzujzmipizmnhzzzezzzbzzzoonzzzzzizzzzzzz
        gzhzzzzzzezeifzzezzghihhzizigezfzzzizqzqzolljznnhzzzezzzbzzzzzkzzznngzzzzzjzgzezzzznzedroqjnoqfpnmqrerznprdmzz
        zzfzllrjkjjgzmcnzmfzzzezpzrrhozqotdqzzzzgzflzlzzepzedzsmizozepqlmkemzkjmfkzzzpfujzggplzmzizukfzzkzrkgiljrizfcc
        zizzzhzqzzznqrizjheprpfzzzezkznnezzjjzeozzzzezgihzzjzkz
        = vi windows-1258
        âêôăđơư\u{300}\u{301}\u{303}\u{309}\u{323}
        mtlnfknzzzzzzzzzzzzdehffggffzhizzzzzhzhlzkizzzzzeikkzlezzzzzzzzzzzzifeggzzzzzzzzzzzzjzjkzmgzzzzzfgfivhfzzzzzmd
        mqzjkfgjigzzzzzzzzzzzzzfpzzzzzzzzzggijzgfzzzzzikehzhjzzzzzojkjumjzzxzzzzzjzzzgdkhfzzszzuzzzzzzzzzznzzzzzzzgggh
        zhfzzzzzioehzgezzzzzijgkzkgzzzzzgkfrzrzgfhegffihtehzzzzzzzzzzzzzzzzzgijkznfzzzzzzdzzzzzifhjnzzzzzzzzzzzzzzzzzz
        zzzzzzzhezwzzzvhzzzfzzzzzzzzddhhdjzzvzzzzzzzzziezzztswizzzzzzzzzzzzediedhzzwzzzzzgzzskdzzzzzszzzuzzzzzzzzzfdif
        dszzzzzzzzzzqzedzzzzzzzzzzzzzzzzzzzedjhdoduqzizzuezzzwtfzuzztiuzzzzfeehziezzzzzhzzszzzzzhzzznezwzzzzszzzzzzzzz
        zzzddjedfizwzzzzzzzzzzhzzzzzujzzzzzzzzzzczfefgecizzzuzzxfzzzgchzzzzzfxzzgzzzzzzzzzzzzzdjzdzuzzzfzrzidjgzzvehzz
        zizzzzzzzzzzzzzbgzzzzzzzgzzzkcjzzzzzhzzzizzzzzzzzzzzzzcezzzmzzzezzzgdhzzzzzhzzzizzzzzzzzzzzzzdjzdzxzzzezzzidjg
        zzzehzzzjzzzzzzwzzzzzz
        """
}
