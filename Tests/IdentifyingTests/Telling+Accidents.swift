/// Accidents in two languages, and others of the same kind in the same town and week.
extension Telling {
    static let accidents: [Telling] = [
        Telling(
            "klang-rider", day: 0, "Penghantar makanan maut dirempuh lori tanah",
            """
            KLANG: Seorang penghantar makanan maut selepas motosikalnya dirempuh sebuah lori tanah di \
            persimpangan lampu isyarat Jalan Rekaan di sini pagi tadi. Mangsa, Azrul Contoh Rekaan, 27, \
            meninggal dunia di tempat kejadian akibat kecederaan parah di kepala.
            """),
        Telling(
            "klang-rider", day: 0, "Delivery rider killed by tipper lorry in Klang",
            """
            KLANG: A food delivery rider died on the spot after a tipper lorry hit his motorcycle at a traffic \
            light junction in Jalan Rekaan here this morning. The victim was identified as Azrul Contoh Rekaan, \
            27.
            """),
        Telling(
            "klang-rider", day: 1, "Isteri hamil enam bulan kehilangan suami",
            """
            KLANG: Isteri kepada penghantar makanan yang maut dirempuh lori tanah di Jalan Rekaan, semalam, \
            sedang hamil enam bulan. Allahyarham Azrul Contoh, 27, baru seminggu menukar syif, kata keluarganya.
            """),
        Telling(
            "klang-car", day: 0, "Warga emas maut kereta terbabas",
            """
            KLANG: Seorang warga emas maut selepas kereta dipandunya terbabas lalu merempuh tiang di Jalan \
            Lain-lain di sini, pagi tadi. Mangsa, Ramasamy a/l Contoh, 68, dalam perjalanan ke pasar.
            """),
        Telling(
            "klang-car", day: 0, "Elderly man dies after car skids in Klang",
            """
            KLANG: A 68-year-old man died after his car skidded and hit a pole in Jalan Lain-lain here this \
            morning. He was on his way to the market, police said.
            """),
        Telling(
            "klang-rider2", day: 1, "Penunggang motosikal maut bertembung kereta",
            """
            KLANG: Seorang penunggang motosikal maut selepas bertembung dengan sebuah kereta di Jalan Contoh \
            Baru di sini, malam tadi. Mangsa yang berusia 19 tahun disahkan meninggal dunia di Hospital Tengku \
            Ampuan Rahimah.
            """),
        Telling(
            "raub-fire", day: 0, "Lima beranak tinggal sehelai sepinggang",
            """
            RAUB: Lima beranak tinggal sehelai sepinggang apabila rumah kayu didiami mereka di Kampung Rekaan \
            Hilir di sini musnah dalam kebakaran, petang semalam. Penoreh getah, Wahab Contoh, 44, berkata api \
            dipercayai berpunca daripada litar pintas di dapur.
            """),
        Telling(
            "raub-fire", day: 1, "Fire leaves rubber tapper's family homeless",
            """
            RAUB: A rubber tapper, his wife and three children lost everything when fire razed their wooden \
            house in Kampung Rekaan Hilir. Wahab Contoh, 44, said the fire started from a short circuit in the \
            kitchen.
            """),
        Telling(
            "raub-fire", day: 3, "Rumah baharu untuk mangsa kebakaran",
            """
            Raub: Keluarga penoreh getah yang hilang tempat tinggal dalam kebakaran di Kampung Rekaan Hilir akan \
            menerima rumah baharu, kata wakil rakyat.
            """),
        Telling(
            "raub-shop", day: 2, "Kedai perabot di Raub terbakar",
            """
            RAUB: Sebuah kedai perabot dua tingkat di Jalan Contoh Utama di sini musnah dalam kebakaran awal \
            pagi ini. Tiada kemalangan jiwa dilaporkan. Pemiliknya menganggarkan kerugian RM480,000.
            """),
        Telling(
            "raub-shop", day: 2, "Furniture shop destroyed in Raub fire",
            """
            RAUB: Fire destroyed a two-storey furniture shop in Jalan Contoh Utama early today. Nobody was hurt; \
            the owner put his losses at RM480,000.
            """),
        Telling(
            "landslide", day: 0, "Tiga maut tanah runtuh di Kampung Contoh Hulu",
            """
            CAMERON HIGHLANDS: Tiga maut manakala tujuh lagi hilang selepas tanah runtuh menimbus lima rumah di \
            Kampung Contoh Hulu di sini, awal pagi tadi.
            """),
        Telling(
            "landslide", day: 1, "Death toll rises to nine in Cameron Highlands landslide",
            """
            CAMERON HIGHLANDS: The death toll in the landslide that buried five houses at Kampung Contoh Hulu \
            rose to nine last night with one person still missing.
            """),
        Telling(
            "landslide", day: 6, "Mangsa terakhir tanah runtuh ditemui",
            """
            CAMERON HIGHLANDS: Mayat mangsa terakhir tragedi tanah runtuh di Kampung Contoh Hulu ditemui petang \
            tadi, menjadikan jumlah korban 10 orang.
            """),
        Telling(
            "jb-fall", day: 0, "Buruh Bangladesh maut jatuh perancah",
            """
            JOHOR BAHRU: Seorang buruh binaan warga Bangladesh maut selepas terjatuh dari perancah di tingkat 12 \
            sebuah kondominium dalam pembinaan di Tebrau, petang semalam. JKKP mengeluarkan notis larangan \
            kerja.
            """),
        Telling(
            "jb-fall", day: 1, "Worker dies after 12th floor fall at Tebrau site",
            """
            JOHOR BARU: A Bangladeshi construction worker died after falling from scaffolding on the 12th floor \
            of a condominium under construction in Tebrau. DOSH has issued a stop-work order.
            """),
        Telling(
            "jb-fall2", day: 2, "Pekerja Indonesia maut dihempap kren",
            """
            JOHOR BAHRU: Seorang pekerja binaan warga Indonesia maut dihempap kren di tapak pembinaan sebuah \
            pusat beli-belah di Skudai, semalam. JKKP sedang menjalankan siasatan.
            """),
        Telling(
            "drown-a", day: 0, "Dua beradik lemas ketika mandi sungai",
            """
            BALING: Dua beradik lemas ketika mandi di Sungai Rekaan, Kampung Contoh Seberang di sini, petang \
            tadi. Mangsa, Muhammad Aiman Contoh, 11, dan adiknya Muhammad Amin Contoh, 9, ditemui anggota bomba \
            kira-kira 20 meter dari lokasi.
            """),
        Telling(
            "drown-a", day: 1, "Two brothers drown in Baling river",
            """
            BALING: Two brothers, aged 11 and nine, drowned while swimming in Sungai Rekaan in Kampung Contoh \
            Seberang yesterday. Firemen found their bodies about 20 metres away.
            """),
        Telling(
            "drown-b", day: 4, "Pelajar lemas di air terjun",
            """
            BALING: Seorang pelajar tingkatan empat lemas ketika berkelah bersama rakan di air terjun Contoh \
            Indah di sini, petang semalam. Mayat mangsa, Danish Rekaan, 16, ditemui pada pukul 6.30 petang.
            """),
        Telling(
            "drunk", day: 0, "Couple killed by drunk driver in Ipoh",
            """
            IPOH: A couple in their 30s died when a drunk driver driving against traffic crashed into their \
            motorcycle in Jalan Rekaan Timur early yesterday, leaving two children.
            """),
        Telling(
            "drunk", day: 4, "Jurutera didakwa memandu mabuk sebabkan kematian pasangan",
            """
            IPOH: Seorang jurutera didakwa di Mahkamah Majistret hari ini atas pertuduhan memandu dalam keadaan \
            mabuk dan melawan arus sehingga menyebabkan kematian pasangan suami isteri yang menunggang motosikal \
            di Jalan Rekaan Timur.
            """),
        Telling(
            "nurse", day: 0, "Jururawat maut dalam perjalanan ke tempat kerja",
            """
            KUCHING: Jururawat, Lim Mei Contoh, 33, maut dilanggar treler ketika menunggang motosikal ke \
            Hospital Umum Sarawak di Jalan Rekaan Datuk, pagi tadi.
            """),
        Telling(
            "nurse", day: 0, "Nurse on her way to work killed by trailer",
            """
            KUCHING: A nurse on her way to Sarawak General Hospital was killed when a trailer hit her motorcycle \
            in Jalan Rekaan Datuk this morning. She was Mei Contoh Lim, 33.
            """),
        Telling(
            "lightning", day: 0, "Pesawah maut dipanah petir",
            """
            YAN: Pesawah, Md Zin Contoh, 62, maut dipanah petir ketika berada di bendang di Kampung Rekaan Padi \
            di sini petang semalam.
            """),
        Telling(
            "lightning", day: 1, "Farmer killed by lightning in padi field",
            """
            YAN: A farmer was killed by lightning in his padi field in Kampung Rekaan Padi here on Monday. \
            Muhammad Zin Contoh, 62, had gone to check the water.
            """),
        Telling(
            "blast", day: 0, "Letupan di bengkel, mekanik maut",
            """
            SUNGAI PETANI: Seorang mekanik maut dan dua rakannya cedera dalam letupan tangki di sebuah bengkel \
            di Taman Contoh Ria di sini, tengah hari tadi.
            """),
        Telling(
            "blast", day: 0, "Tank explosion at workshop kills mechanic",
            """
            SUNGAI PETANI: A mechanic died and two of his workmates were hurt when a tank exploded in a workshop \
            in Taman Contoh Ria here at noon today.
            """),
        Telling(
            "pair-a", day: 0, "Motorcyclist killed in crash with lorry in Muar",
            """
            MUAR: A motorcyclist was killed in a crash with a lorry in Jalan Rekaan Tiga here yesterday.
            """),
        Telling(
            "pair-b", day: 0, "Penunggang motosikal maut nahas dengan van",
            """
            MUAR: Seorang penunggang motosikal maut dalam nahas dengan sebuah van di Jalan Lain Empat di sini \
            semalam.
            """),
        Telling(
            "fire-klang-a", day: 0, "Rumah hangus, ibu tunggal lima anak tinggal sehelai sepinggang",
            """
            KLANG: Seorang ibu tunggal, Melati Contoh, 41, bersama lima anaknya tinggal sehelai sepinggang \
            selepas rumah mereka di Kampung Rekaan musnah dalam kebakaran malam tadi. Dia kini menumpang di \
            rumah jiran dan merayu bantuan orang ramai.
            """),
        Telling(
            "fire-klang-a", day: 1, "Single mother and five children lose home in fire",
            """
            KLANG: A single mother and her five children lost everything when fire razed their house in Kampung \
            Rekaan. Melati Contoh, 41, is staying with a neighbour.
            """),
        Telling(
            "fire-klang-b", day: 0, "Dua keluarga hilang tempat tinggal dalam kebakaran",
            """
            KLANG: Dua keluarga hilang tempat tinggal dan merayu bantuan orang ramai selepas rumah sewa mereka \
            di Taman Lain musnah dalam kebakaran petang semalam. Mereka kini menumpang di surau berhampiran.
            """),
        Telling(
            "stab-a", day: 0, "Pekerja stesen minyak maut ditikam",
            """
            SIBU: Seorang pekerja stesen minyak maut ditikam lelaki bertopeng dalam kejadian samun di Jalan \
            Contoh Sungai di sini, awal pagi tadi. Mangsa berusia 23 tahun.
            """),
        Telling(
            "stab-a", day: 0, "Petrol station worker, 23, stabbed to death in Sibu robbery",
            """
            SIBU: A 23-year-old petrol station worker was stabbed to death by a masked robber in Jalan Contoh \
            Sungai early today.
            """),
        Telling(
            "stab-b", day: 2, "Lelaki maut ditikam di kedai kopi",
            """
            SIBU: Seorang lelaki berusia 46 tahun maut ditikam rakannya selepas bertengkar di sebuah kedai kopi \
            di Jalan Rekaan Laut di sini, malam tadi.
            """),
        Telling(
            "machine-a", day: 0, "Tangan pekerja kilang putus tersepit mesin",
            """
            NILAI: Seorang pekerja warga Nepal putus tangan kanan selepas tersepit mesin di sebuah kilang \
            makanan di kawasan perindustrian Contoh, semalam.
            """),
        Telling(
            "machine-a", day: 1, "Nepali worker loses hand in food factory machine",
            """
            NILAI: A Nepali worker lost his right hand when it was caught in a machine at a food factory in the \
            Contoh industrial area on Monday.
            """),
        Telling(
            "machine-b", day: 3, "Pekerja kilang getah melecur",
            """
            NILAI: Tiga pekerja warga Bangladesh melecur dalam letupan dandang di sebuah kilang getah di sini, \
            petang semalam.
            """),
    ]
}
