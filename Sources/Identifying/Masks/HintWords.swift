/// The words that announce a number, as appeals, papers and notes print them; a word may stand in several lists.
let hintWords: [String: NumberContext.Hint] = {
    let words: [(NumberContext.Hint, String)] = [
        // Banks and payment services of Malaysia.
        (
            .account,
            """
            bank maybank cimb bimb bsn rhb ambank affin muamalat agrobank agro hlb hlbb leong th ocbc uob hsbc alliance mbb \
            pbb bkrm akaun akaunnya acc acct acaun acount account accounts a/c a/n duitnow tng ewallet e-wallet boost \
            grabpay shopeepay paypal ac rekening mbsb citibank bankin bank-in mae maybank2u debit kredit credit visa \
            mastercard
            """
        ),
        (
            .giving,
            """
            derma dermaan menderma sumbangan menyumbang sumbang infaq infak sedekah donate donation transfer tabung salur \
            salurkan disalurkan hulurkan masukkan dimasukkan kreditkan
            """
        ),
        (.identityCard, "ic i/c kp k/p mykad mykid mypr mykas mytentera nric pengenalan"),
        (.passport, "passport pasport paspot"),
        (.company, "bhd berhad"),
        (
            .telephone,
            """
            telefon tel tel/fax phone telephone fon hp h/p handphone bimbit mobile whatsapp wasap wassap whatsap ws hubungi \
            dihubungi hubungilah talian call contact sms telegram faks fax
            """
        ),
        // Their lines are public, and a reviewer may want to call them.
        (
            .agency,
            """
            hotline befrienders ipd ipk balai polis bomba jkm perkeso socso kebajikan kasih kecemasan jtksm jkkp nadma kwsp \
            baitulmal mkn bnm mcmc
            """
        ),
        (
            .person,
            """
            waris warisnya keluarga keluarganya family kin ibu ibunya bapa bapanya ayah \
            ayahnya isteri isterinya suami suaminya anak anaknya adik abang kakak jiran jirannya penjaga penjaganya beliau \
            mangsa neighbour neighbor father mother wife husband son daughter brother sister guardian victim relatives \
            saudara nenek datuknya sepupu makcik pakcik
            """
        ),
        (.title, "encik en puan pn cik mr mrs ms madam"),
        (.plate, "plat plate plates pendaftaran registration registered"),
        (
            .vehicle,
            """
            kereta motosikal lori van bas treler teksi kenderaan car lorry motorcycle truck taxi bus mpv suv pacuan proton \
            perodua toyota honda nissan mazda mitsubishi isuzu hino daihatsu ford bmw mercedes benz hyundai kia volvo audi \
            volkswagen lexus subaru chery byd scania yamaha suzuki kawasaki modenas saga myvi axia bezza alza kancil kelisa \
            hilux vios yaris avanza innova fortuner vellfire alphard almera navara estima triton pajero iriz exora
            """
        ),
        (.service, "polis police badan kuasa tentera army atm tldm tudm lahir kelahiran birth"),
        (.army, "tentera army atm tldm tudm"),
        (.refugee, "unhcr"),
        (.numbered, "no nombor bernombor number kad card badan sijil certificate kuasa"),
        (
            .serial,
            """
            produk product model siri serial kod code resit receipt invois invoice rujukan reference ref tiket ticket batch \
            sku part item pesanan order parcel tracking bungkusan pengesanan
            """
        ),
        (.money, "ringgit juta bilion dolar dollars rupiah sen million billion"),
    ]
    var table: [String: NumberContext.Hint] = [:]
    for (hint, list) in words {
        for word in list.split(separator: " ") { table[String(word), default: []].insert(hint) }
    }
    return table
}()
