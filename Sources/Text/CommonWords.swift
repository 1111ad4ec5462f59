/// The words that tell languages in Latin letters apart.
enum CommonWords {
    /// How often words of each list were met.
    struct Counts {
        var english = 0
        /// Of Malay, Indonesian, or both.
        var malayic = 0
        var malay = 0
        var indonesian = 0
        /// Of other European languages, Tagalog and Vietnamese.
        var elsewhere = 0

        mutating func add(_ word: NameHash) {
            switch CommonWords.table[word.value] {
            case .english: english += 1
            case .elsewhere: elsewhere += 1
            case .both: malayic += 1
            case .malay:
                malayic += 1
                malay += 1
            case .indonesian:
                malayic += 1
                indonesian += 1
            case nil: break
            }
        }
    }

    private enum Kind { case english, both, malay, indonesian, elsewhere }

    private static let table: [UInt64: Kind] = {
        var table: [UInt64: Kind] = [:]
        // A word of two lists counts for the first.
        for (kind, words) in lists.reversed() {
            for word in words.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
                table[NameHash(word).value] = kind
            }
        }
        return table
    }()

    private static let lists: [(Kind, String)] = [
        (
            .malay,
            """
            kerana bahawa wang pejabat polis manakala ialah iaitu pelbagai sekiranya ekoran susulan mangsa maut kereta lori
            motosikal jabatan kerajaan datuk datin encik puan cik sahaja boleh hendaklah pemandu isnin khamis jumaat ahad mac
            ogos disember julai jun peratus ringgit sen rm mukim universiti kualiti aktiviti komuniti syarikat kesihatan
            rawatan apabila semasa perkeso asnaf oku jkm pdrm adun jpj bomba felda ppr baitulmal berkenaan memaklumkan
            dimaklumkan siasatan terbabit membabitkan menerusi nahas kemalangan tempatan kebajikan pampasan strok daif uzur
            nak tak je dah kat takde xde tlg sgt mcm korang diorang macam mana camne pasal kot sbb blh kanak tukang kilang
            bersara setakat lebuhraya hospital ramai tarikh kes murid pelajar doktor elektrik duit pengerusi mahkamah didakwa
            tertuduh suspek penagih dadah rogol isteri isterinya lelaki perkahwinan berkahwin bayaran ansuran insurans cukai
            mesyuarat parti parlimen timbalan setiausaha jawatankuasa pengurus penerbangan bekalan longkang projek
            """
        ),
        (
            .indonesian,
            """
            karena bahwa uang kantor polisi kepolisian mobil bisa kabupaten kecamatan provinsi pemerintah jumat kamis senin
            agustus juli maret desember rp rupiah wib wita persen usai terkait pria tewas kecelakaan longsor tertimbun ojek
            ojol tunjangan bansos puskesmas gubernur bupati kapolres kapolsek polres polda polsek walikota dinas perusahaan
            karyawan universitas kesehatan kualitas aktivitas siswa ungkap ungkapnya sedangkan berbagai
            lainnya nggak enggak gak banget udah aja gimana bareng kalian tni polri dprd dpr pemkab pemkot mau
            tersangka dilansir tutur tuturnya jokowi prabowo jakarta jawa bandung surabaya medan bpjs pkh dinsos kemensos
            petugas beasiswa dikutip nasional internasional kapan yuk dong sih kok deh sopir truk tertimpa
            serabutan mantan ditemukan disabilitas difabel berobat penyandang istri istrinya suaminya eks proyek koran kalo
            listrik dokter apotek kuliah kampus skripsi dosen asuransi pajak cicilan utang pabrik toko bandara rapat anggaran
            hukum pengadilan jaksa terdakwa narkoba kekerasan cewek cowok pernikahan menikah asosiasi akun temen gue kayak
            gitu nih tuh bener suster perawat rekening donasi
            """
        ),
        (
            .both,
            """
            yang dan di ini itu dengan untuk pada tidak dari ke dalam akan oleh kepada adalah juga telah sudah mereka dia saya
            kami kita ada orang hari tahun anak atau lebih serta bagi sebagai secara antara namun tetapi tapi jika kalau masih
            belum lagi hanya seorang sebuah dua tiga empat lima enam ketika selepas sebelum sejak hingga sehingga supaya agar
            dapat perlu harus beliau tersebut daripada seperti setelah sementara selain melalui terhadap tentang mengenai
            menurut berkata ibu bapa ayah suami keluarga rumah kerja pekerja jam pukul pagi petang malam semua
            setiap banyak besar kecil baru lama bukan pun kini sini sana apa siapa bila satu para pihak atas bawah luar
            kematian meninggal dunia bantuan hidup sakit berusia bulan minggu juta ribu yg dgn utk tdk sdh dlm kpd krn bln thn
            menjadi merupakan sejumlah penduduk sewa katanya pegawai ketua rakyat umur jalan kata kemudian ujarnya warga membuat memberi mendapat terima kasih tolong mohon tanpa ia turut kembali selama pernah sedang
            """
        ),
        (
            .english,
            """
            the of and to in is was that for on with as by at from his her he she it they their be been has have had not but
            this which who were are or an after before said says will would could should when where what there about more than
            also one two into over out up its our we you your i my me him them can no if all so do did does while during
            because against between through under only other some such new years year people day days told police family despite amid may rising how
            need needs support help woman women man men boy girl children child school home house workers government country
            """
        ),
        (
            .elsewhere,
            """
            de la el los las un una que en y por con para del se no su al lo como le les et des du est dans pour qui sur pas
            plus au par une il der die das und ist nicht den dem ein eine mit auf von zu im sich het van een niet dat te zijn
            voor ang ng mga sa na ay ni kay siya che di il per non sono della con i o e do da os as em um uma com ve bir bu
            nga og det som er til av och att pa ett
            """
        ),
    ]
}
