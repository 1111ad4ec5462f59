/// Invented news in the manner of feeds: titles with a line or two of summary, titles alone, and posts.
enum InventedNews {
    /// Somebody who may need help.
    static let leads: [(title: String, text: String)] = [
        (
            "Teenager drowns; father, a lorry driver, dies trying to save him",
            "BESUT: A lorry driver drowned while trying to save his son at a beach here."
        ),
        (
            "Rider e-hailing bermotosikal parah",
            "Shah Alam: Seorang penunggang p-hailing parah selepas motosikalnya dilanggar dari belakang."
        ),
        (
            "Pengawal keselamatan maut di pondok jaga",
            "KAJANG: Pengawal keselamatan, 56, ditemui tidak bernyawa ketika bertugas."
        ),
        (
            "Fire destroys three houses in Kudat",
            "Eighteen people lost their homes after a fire razed three houses in Kudat."
        ),
        (
            "Kilang terbakar, dua pekerja melecur",
            "PASIR GUDANG: Dua pekerja melecur dalam letupan di sebuah kilang kimia."
        ),
        (
            "Wife of missing fisherman prays for his return",
            "KUALA TERENGGANU: The wife of a fisherman missing since Sunday is praying."
        ),
        (
            "Bayi tiga bulan perlukan RM80,000",
            "SEREMBAN: Ibu bapa bayi itu merayu bantuan untuk menampung kos pembedahan jantung."
        ),
        (
            "Stroke leaves cook unable to work",
            "A 47-year-old cook in Taiping can no longer work after a stroke and his wife sells kuih."
        ),
        (
            "Plantation worker killed by elephant",
            "LAHAD DATU: A plantation worker was trampled to death by an elephant."
        ),
        (
            "Anak syahid, ibu terima takziah",
            "Konstabel itu maut ketika mengejar suspek, meninggalkan isteri dan anak berusia setahun."
        ),
        (
            "Factory shuts overnight, 300 left jobless",
            "Workers at a glove factory in Perak say it closed overnight without paying their salaries."
        ),
        (
            "Nenek 74 tahun jaga lima cucu",
            "RANAU: Nenek itu menjaga lima cucu selepas anak perempuannya meninggal dunia."
        ),
        (
            "Lelaki OKU tinggal dalam pondok",
            "Lelaki kurang upaya, 52, tinggal seorang diri dalam pondok tanpa elektrik di Sik."
        ),
        ("Cleaner collects cans to feed children", "The single mother of four in Ampang earns RM30 a day."),
        (
            "Guru maut dalam kemalangan pulang dari sekolah",
            "MARANG: Seorang guru, 39, maut dalam perjalanan pulang dari sekolah."
        ),
        (
            "Maut terjatuh dari bumbung kilang",
            "KULIM: Seorang lelaki, 33, maut selepas terjatuh dari bumbung ketika membaiki atap."
        ),
        (
            "Murid yatim piatu tinggal dengan datuk uzur",
            "Tiga beradik itu kehilangan ibu bapa akibat kemalangan tahun lalu."
        ),
        ("Migrant worker dies in trench collapse", "A Nepali worker was buried when a trench collapsed in Puchong."),
        (
            "Peniaga nasi lemak maut dirempuh",
            "KUANTAN: Peniaga nasi lemak, 45, maut dirempuh kereta ketika berniaga di tepi jalan."
        ),
        (
            "Suri rumah lumpuh selepas jatuh",
            "Seorang suri rumah, 48, lumpuh selepas jatuh di bilik air rumahnya di Muar."
        ),
        (
            "Retrenched hotel staff sleep in car",
            "A former hotel worker, his wife and baby have been sleeping in their car in Penang."
        ),
        ("Flood victim loses home for third time", "A widow in Kota Belud lost her home to floods again."),
        (
            "Family evicted over unpaid rent",
            "KLANG: A family of five was evicted after failing to pay rent for six months."
        ),
        ("Pesawah maut disambar petir", "KOTA SARANG SEMUT: Seorang pesawah, 61, maut disambar petir di bendang."),
        ("Technician electrocuted while fixing lamp post", "A technician was electrocuted in Melaka."),
        (
            "Tukang paip lumpuh, keluarga hilang punca pendapatan",
            "SEGAMAT: Tukang paip berusia 42 tahun lumpuh selepas terjatuh tangga."
        ),
        (
            "Isteri polis trafik hilang tempat bergantung",
            "Suaminya maut ketika mengawal lalu lintas di lebuh raya dekat Tapah."
        ),
        (
            "Kerangka rumah dijilat api, enam beranak selamat",
            "TUARAN: Enam beranak hilang tempat tinggal selepas rumah mereka hangus."
        ),
        ("Kelindan maut tersepit", "KARAK: Kelindan lori maut tersepit dalam nahas membabitkan dua lori."),
        ("Bapa tiga anak maut lemas di sungai", "SIBU: Bapa kepada tiga anak itu lemas ketika menjala ikan."),
        (
            "Widow struggles after husband's death at sawmill",
            "The 35-year-old widow in Sarikei has three young children and no income."
        ),
        ("Buruh kontrak tidak dibayar upah tiga bulan", "JOHOR BAHRU: Enam buruh kontrak mendakwa kontraktor lari."),
        (
            "OKU penglihatan, dua anak makan nasi berkicap",
            "ARAU: Keluarga itu hanya bergantung bantuan JKM RM450 sebulan."
        ),
        (
            "Two sisters, both over 70, live without power",
            "The sisters in Batu Gajah live alone in a leaking wooden house."
        ),
        (
            "Anak sulung berhenti sekolah jaga ibu terlantar",
            "Remaja 16 tahun di Machang itu terpaksa berhenti sekolah untuk menjaga ibunya."
        ),
        (
            "Cancer patient sells car to pay for treatment",
            "A 39-year-old former clerk in Klang cannot afford chemotherapy."
        ),
        (
            "Gelandangan warga emas tidur di kaki lima",
            "GEORGE TOWN: Lelaki 68 tahun itu tidur di kaki lima sejak dihalau tuan rumah."
        ),
        ("Crane operator dies in port accident", "PORT KLANG: A crane operator, 29, died after falling at the port."),
        (
            "Tan Ah Meng, 52, needs RM30,000 for surgery",
            "The hawker in Ipoh suffers from kidney failure and hopes for public donations."
        ),
        (
            "Kilang sarung tangan tutup, 200 pekerja dibuang",
            "Pekerja mendakwa tidak menerima pampasan pemberhentian."
        ),
        (
            "Pelajar universiti yatim piatu sara tiga adik",
            "Kematian ibu bapa akibat kemalangan memaksa pelajar itu menyara tiga adik."
        ),
        ("Mayat nelayan hilang ditemui", "MERSING: Mayat nelayan yang hilang sejak Ahad ditemui terapung."),
        ("Lightning kills rubber tapper", "JELI: A rubber tapper was killed by lightning while working."),
        (
            "Rumah dihempap pokok, ibu tunggal buntu",
            "Ibu tunggal dua anak di Tambun buntu selepas rumahnya rosak teruk dihempap pokok."
        ),
        (
            "Seven months in hospital, no pay",
            "A welder in Shah Alam who fell from a scaffold has not been paid since."
        ),
        ("Buruh Indonesia maut tertimbus di tapak binaan Cheras", ""),
        ("Keluarga lima beranak hidup dalam khemah", ""),
        ("Ibu tunggal lumpuh, tiga anak putus sekolah", ""),
        ("Pengawal keselamatan maut digilis treler", ""),
        ("Warga emas OKU tinggal seorang diri di rumah usang", ""),
        ("Rumah hangus, enam beranak hilang tempat tinggal", ""),
        ("Suami kanser, isteri hilang kerja", ""),
        ("Rider foodpanda maut dirempuh lori", ""),
        ("Lorry attendant crushed to death in Nilai", ""),
        ("Bedridden mother and OKU son live in leaking hut", ""),
        ("Nelayan hilang di perairan Kudat", ""),
        ("Worker loses arm in factory machine", ""),
        ("Bapa tunggal tidur dalam kereta bersama dua anak", ""),
        (
            "",
            "Tolong share. Pakcik ni duduk sorang kat bawah jambatan Klang, kaki dia kena potong sebab kencing manis."
        ),
        (
            "",
            "Hai semua, jiran saya ibu tunggal anak 4, xde keje sejak PKP, beras pun dah habis. Sapa nak bantu boleh pm."
        ),
        (
            "",
            "My neighbour's husband just passed away in an accident on his way to work in Rawang. She has 3 small kids. Please RT"
        ),
    ]

    /// What only looks so: courts, abroad, policy, sport, children and the old without dependants.
    static let traps: [(title: String, text: String)] = [
        (
            "Man jailed for killing security guard",
            "KUALA LUMPUR: The High Court sentenced a man to 30 years for murdering a security guard."
        ),
        (
            "Thai worker killed in Israel",
            "BANGKOK: A Thai worker was killed by rocket fire, the foreign ministry said."
        ),
        (
            "Minister: Socso covers 8 million workers",
            "The human resources minister said 8 million workers are covered by Socso."
        ),
        (
            "Gig Workers Bill passed",
            "The Dewan Rakyat passed the Gig Workers Bill to protect riders and e-hailing drivers."
        ),
        ("Polis tahan pemandu lori mabuk", "Pemandu lori berusia 40 tahun ditahan kerana memandu secara berbahaya."),
        ("Dua remaja maut kemalangan", "BENTONG: Dua remaja maut selepas motosikal mereka merempuh treler."),
        ("Baby found dead in bin", "Police are investigating the discovery of a newborn's body."),
        ("Gempa bumi di Turki ragut 50 nyawa", "ANKARA: Sekurang-kurangnya 50 orang maut."),
        ("Actor's father dies", "The veteran actor announced the death of his father, 85."),
        ("Pekerja asing ditahan dalam operasi", "Imigresen menahan 45 warga asing tanpa dokumen di tapak pembinaan."),
        (
            "Lebih 3,000 mangsa banjir di 25 PPS",
            "KOTA BHARU: Jumlah mangsa banjir meningkat kepada 3,120 orang di 25 pusat pemindahan."
        ),
        ("PM: B40 to get RM100 aid", "Prime Minister announced RM100 aid for B40 families."),
        ("How to prevent stroke", "Doctors advise exercise and a healthy diet to cut the risk of stroke."),
        ("Harimau Malaya kalah", "Skuad negara tewas 2-0, penyerang cedera."),
        (
            "Ibu tunggal kini usahawan berjaya",
            "Ibu tunggal itu berjaya membina empayar kuih dan meraih pendapatan lumayan."
        ),
        (
            "Kumpulan NGO agih 500 kotak makanan",
            "NGO itu menyampaikan sumbangan makanan kepada golongan asnaf sempena Ramadan."
        ),
        ("Polis nafi dakwaan pekerja dipukul", "Polis menafikan dakwaan tular pekerja dipukul majikan."),
        ("Elderly man dies in house fire in Tokyo", "TOKYO: An elderly man died."),
        ("Teacher wins award", "A teacher from Kelantan won a national award for inspiring pupils."),
        (
            "Kerajaan Kedah salur RM2 juta kepada nelayan",
            "Menteri Besar berkata bantuan sara hidup nelayan akan disalurkan bulan depan."
        ),
        ("Lelaki rugi RM50,000 ditipu", "Seorang guru rugi RM50,000 selepas ditipu sindiket pelaburan tidak wujud."),
        (
            "Drama baharu tentang nelayan miskin",
            "Pelakon itu membawakan watak nelayan miskin yang kehilangan isteri."
        ),
        ("Fuel prices unchanged", "Petrol prices remain unchanged this week."),
        ("Motorist dies as car plunges into ravine in Bali", "DENPASAR: A tourist died."),
        ("Bekas pemain kebangsaan jadi jurulatih", "Bekas pemain itu dilantik jurulatih pasukan bawah 19."),
        (
            "Mahkamah: majikan wajib bayar gaji minimum",
            "Mahkamah Rayuan memutuskan majikan wajib mematuhi perintah gaji minimum."
        ),
        ("Perkeso sasar 1 juta pencarum", "Perkeso menyasarkan satu juta pekerja gig mencarum menjelang 2027."),
        (
            "Suspek rompak pekerja stesen minyak ditembak",
            "Polis menembak mati suspek yang merompak pekerja stesen minyak."
        ),
        ("Kerja kosong pemandu lori", "Gaji RM3,500, whatsapp untuk temu duga."),
        ("Murid lemas di sungai", "Seorang murid tahun lima lemas ketika mandi."),
        ("Tips jaga ibu bapa warga emas", "Petua menjaga warga emas di rumah."),
        ("Zakat Selangor agih RM50 juta", "Lembaga Zakat Selangor mengagihkan RM50 juta kepada asnaf."),
        ("10 foreign workers nabbed", "Immigration officers arrested 10 foreign workers without permits in Nilai."),
        ("Singer recovers from stroke", "The singer thanked fans after recovering from a stroke."),
        ("Kes denggi meningkat", "Sebanyak 1,200 kes denggi dan dua kematian direkodkan minggu lalu."),
        ("Four soldiers killed in Kashmir", "SRINAGAR: Four soldiers were killed in a gunfight."),
        (
            "Hujan lebat, pokok tumbang di KL",
            "Beberapa jalan sesak akibat pokok tumbang tetapi tiada kemalangan jiwa."
        ),
        ("Kemalangan maut menurun", "Statistik menunjukkan kemalangan maut menurun 5 peratus."),
        ("Rider fined for running red light", "A food delivery rider was fined RM300."),
        ("Bajet 2027: Lebih bantuan untuk ibu tunggal", ""),
        ("Polis tahan pekerja restoran curi wang", ""),
        ("Kanak-kanak lemas dalam kolam", ""),
        ("Socso pays RM5 billion in benefits", ""),
        ("Gaji minimum naik", ""),
        ("Two men charged with murder of factory worker", ""),
        ("Gempa di Jepun, 20 maut", ""),
        ("Lumpuhkan sindiket dadah, polis tahan 10", ""),
        ("PKR mahu bela nasib nelayan", ""),
        ("", "Kerja kosong di Shah Alam! Gaji RM1,800 sebulan, pekerja kilang diperlukan segera."),
        ("", "Jom sokong usahawan OKU! Produk kuih raya sedap, order sekarang."),
    ]
}
