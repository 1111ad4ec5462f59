/// People in want and other events, told by several papers, with look-alikes beside them.
extension Telling {
    static let hardship: [Telling] = [
        Telling(
            "factory", day: 0, "150 pekerja kilang tekstil belum terima gaji tiga bulan",
            """
            BATU PAHAT: Seramai 150 pekerja sebuah kilang tekstil di Kawasan Perindustrian Rekaan di sini \
            mendakwa belum menerima gaji sejak tiga bulan lalu. Mereka berkumpul di luar kilang semalam menuntut \
            penjelasan majikan.
            """),
        Telling(
            "factory", day: 1, "Textile workers protest over three months' unpaid wages",
            """
            BATU PAHAT: About 150 textile factory workers gathered outside the plant in the Rekaan industrial \
            area here, claiming that they have not been paid for three months.
            """),
        Telling(
            "factory", day: 9, "Kilang tekstil tutup, pekerja lapor pejabat buruh",
            """
            BATU PAHAT: Kilang tekstil di Kawasan Perindustrian Rekaan yang tidak membayar gaji 150 pekerja \
            sejak tiga bulan lalu menutup operasi, dan pekerja membuat laporan di pejabat buruh.
            """),
        Telling(
            "mother", day: 0, "Ibu tunggal lumpuh rayu bantuan",
            """
            KUALA KRAI: Ibu tunggal, Noor Hasnah Rekaan, 39, yang lumpuh sejak setahun lalu merayu bantuan untuk \
            menyara empat anak di Kampung Contoh Jaya di sini. Sewa rumah RM250 sebulan tertunggak.
            """),
        Telling(
            "mother", day: 12, "Nur Hasna Rekaan terima kerusi roda",
            """
            KUALA KRAI: Nur Hasna binti Rekaan, 39, yang lumpuh dan menyara empat anak, menerima kerusi roda \
            daripada sebuah pertubuhan di Kampung Contoh Jaya.
            """),
        Telling(
            "mother2", day: 3, "Ibu tunggal hidap kanser perlu bantuan",
            """
            KUALA KRAI: Ibu tunggal yang menghidap kanser, Rohana Contoh, 41, memerlukan bantuan susu dan lampin \
            pakai buang untuk tiga anak. Dia menyewa rumah di Kampung Lain Jaya di sini dengan kadar RM200 \
            sebulan.
            """),
        Telling(
            "abuse", day: 0, "Budak tiga tahun didera hingga koma",
            """
            SEREMBAN: Seorang kanak-kanak lelaki berusia tiga tahun koma dipercayai didera teman lelaki ibunya \
            di sebuah pangsapuri di Taman Rekaan Permai di sini. Doktor menemui kesan lebam lama di badan \
            mangsa.
            """),
        Telling(
            "abuse", day: 2, "Boy, three, in coma after suspected abuse in Seremban",
            """
            SEREMBAN: A three-year-old boy is in a coma after he was allegedly beaten by his mother's boyfriend \
            at an apartment in Taman Rekaan Permai. A doctor found old bruises on the child.
            """),
        Telling(
            "boat", day: 0, "Empat nelayan hilang bot karam dipukul ombak",
            """
            MERSING: Empat nelayan hilang selepas bot mereka karam dipukul ombak kira-kira 12 batu nautika dari \
            Pulau Contoh, malam tadi. Tekong, Seman Rekaan, 51, sempat menghubungi isterinya.
            """),
        Telling(
            "boat", day: 1, "Search on for four fishermen after boat sinks off Mersing",
            """
            MERSING: A search was launched for four fishermen whose boat sank in rough waves 12 nautical miles \
            off Pulau Contoh on Sunday night. The skipper, Seman Rekaan, 51, called his wife before the boat \
            went down.
            """),
        Telling(
            "boat", day: 2, "Mayat tekong bot karam ditemui",
            """
            MERSING: Mayat tekong bot nelayan yang karam berhampiran Pulau Contoh ditemui terapung pagi tadi. \
            Tiga lagi nelayan masih hilang.
            """),
        Telling(
            "elephant", day: 0, "Penoreh getah maut dipijak gajah",
            """
            GERIK: Seorang penoreh getah maut dipijak gajah liar di kebunnya di Kampung Contoh Batu, awal pagi \
            tadi. Mangsa, Alias Rekaan, 58, ditemui anaknya.
            """),
        Telling(
            "elephant", day: 1, "Rubber tapper trampled to death by elephant in Gerik",
            """
            GERIK: A rubber tapper, 58, was trampled to death by a wild elephant in his smallholding in Kampung \
            Contoh Batu. His son found the body.
            """),
        Telling(
            "elephant2", day: 5, "Gajah liar musnah kebun pisang",
            """
            GERIK: Sekumpulan gajah liar memusnahkan kebun pisang di Kampung Lain Tujuh di sini. Penduduk \
            mendakwa kerugian RM30,000.
            """),
        Telling(
            "longhouse", day: 0, "Rumah panjang 24 pintu musnah terbakar",
            """
            KAPIT: Sebuah rumah panjang 24 pintu, Rumah Contoh di Sungai Rekaan musnah dalam kebakaran petang \
            semalam menyebabkan 130 penghuni hilang tempat tinggal.
            """),
        Telling(
            "longhouse", day: 1, "24-door longhouse razed in Kapit, 130 homeless",
            """
            KAPIT: Fire razed the 24-door Rumah Contoh longhouse at Sungai Rekaan, leaving 130 people without a \
            home.
            """),
        Telling(
            "nurse2", day: 1, "Guru cedera motosikal dilanggar kereta",
            """
            KUCHING: Seorang guru cedera parah apabila motosikal ditunggangnya dilanggar kereta di Jalan Contoh \
            Barat di sini, petang semalam.
            """),
        Telling(
            "flood-a", day: 0, "Warga emas terlantar dipindahkan dengan pintu",
            """
            RANTAU PANJANG: Seorang warga emas terlantar, Mek Som Rekaan, 81, terpaksa diusung menggunakan daun \
            pintu ketika banjir melanda Kampung Contoh Lubuk di sini.
            """),
        Telling(
            "flood-b", day: 0, "Bayi 12 hari antara mangsa banjir",
            """
            RANTAU PANJANG: Seorang bayi berusia 12 hari antara mangsa banjir yang dipindahkan dari Kampung \
            Contoh Lubuk ke pusat pemindahan sementara, kata ibunya, Siti Contoh, 24.
            """),
        Telling(
            "guard", day: 0, "Pengawal keselamatan rebah ketika bertugas",
            """
            TAWAU: Seorang pengawal keselamatan meninggal dunia selepas rebah ketika bertugas di sebuah sekolah \
            di Batu 5 malam tadi. Mangsa meninggalkan seorang balu dan enam anak yang masih bersekolah.
            """),
        Telling(
            "guard", day: 1, "Security guard dies on duty, leaves widow and six children",
            """
            TAWAU: A security guard collapsed and died while on duty at a school at Batu 5 on Monday night, \
            leaving a widow and six schoolgoing children.
            """),
        Telling(
            "evict-a", day: 0, "Enam beranak tidur dalam van selepas dihalau",
            """
            PETALING JAYA: Enam beranak tidur di dalam van sejak dua minggu lalu selepas dihalau dari rumah sewa \
            kerana tunggakan RM3,200. Bapanya, Suhaimi Rekaan, 45, diberhentikan kerja sebagai tukang masak \
            hotel.
            """),
        Telling(
            "evict-a", day: 2, "Hotel cook and family of six live in van",
            """
            PETALING JAYA: Suhaimi Rekaan, 45, a hotel cook who lost his job, has been living in a van with his \
            family of six for two weeks after they were evicted over RM3,200 in unpaid rent.
            """),
        Telling(
            "evict-b", day: 1, "Ibu dan dua anak tidur di stesen bas",
            """
            PETALING JAYA: Seorang ibu bersama dua anak tidur di stesen bas selepas dihalau dari bilik sewa. \
            Norlia Contoh, 31, bekerja sebagai tukang cuci.
            """),
        Telling(
            "dialysis-a", day: 0, "Bekas pemandu bas perlu dialisis tiga kali seminggu",
            """
            SEGAMAT: Bekas pemandu bas, Harun Contoh, 57, yang menghidap sakit buah pinggang merayu bantuan kos \
            rawatan dialisis RM600 sebulan selepas tidak lagi mampu bekerja.
            """),
        Telling(
            "dialysis-a", day: 2, "Ex-bus driver pleads for help with dialysis bills",
            """
            SEGAMAT: Former bus driver Harun Contoh, 57, can no longer work because of kidney failure and needs \
            help with dialysis that costs RM600 a month.
            """),
        Telling(
            "dialysis-b", day: 1, "Suri rumah hidap buah pinggang mohon bantuan",
            """
            SEGAMAT: Suri rumah, Kamsiah Rekaan, 52, yang menghidap sakit buah pinggang memerlukan bantuan kos \
            rawatan dialisis di sebuah pusat dialisis di sini.
            """),
        Telling(
            "alone-a", day: 0, "Warga emas tinggal sebatang kara di rumah usang",
            """
            PASIR MAS: Seorang warga emas, Awang Rekaan, 79, tinggal sebatang kara di rumah usang tanpa bekalan \
            elektrik di Kampung Contoh Nyiur.
            """),
        Telling(
            "alone-a", day: 5, "Awang Rekaan dapat rumah baharu",
            """
            PASIR MAS: Awang Rekaan, 79, yang tinggal bersendirian di rumah usang di Kampung Contoh Nyiur \
            menerima rumah baharu hasil sumbangan orang ramai.
            """),
        Telling(
            "alone-b", day: 1, "Nenek tinggal sendirian, rumah hampir roboh",
            """
            PASIR MAS: Seorang nenek, Minah Contoh, 82, tinggal sendirian di rumah usang yang hampir roboh di \
            Kampung Rekaan Pisang.
            """),
    ]
}
