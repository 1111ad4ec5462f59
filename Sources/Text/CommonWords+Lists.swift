extension CommonWords {
    /// Malay as news write it.
    static let malay = """
        kerana bahawa wang pejabat polis manakala ialah iaitu pelbagai sekiranya ekoran mangsa maut kereta lori
        motosikal kerajaan datuk datin encik puan cik sahaja boleh hendaklah pemandu isnin khamis jumaat ahad
        ogos disember julai peratus mukim universiti kualiti aktiviti komuniti syarikat rawatan apabila semasa
        perkeso asnaf oku jkm pdrm adun jpj bomba felda ppr baitulmal berkenaan memaklumkan dimaklumkan siasatan
        menyiasat terbabit membabitkan menerusi nahas kemalangan kebajikan pampasan strok daif uzur kanak kilang
        bersara setakat lebuhraya ramai seramai tarikh kes doktor elektrik pengerusi mahkamah didakwa tertuduh
        suspek penagih dadah rogol perkahwinan berkahwin kahwin ansuran insurans cukai mesyuarat parti parlimen
        timbalan setiausaha jawatankuasa bekalan longkang projek selepas kampung lelaki isteri isterinya tiada
        dijangka mahu mahukan perlukan bilik telefon bimbit tentera filem bahagian rancangan sentiasa sesiapa
        majlis maklumat soalan nombor pelakon bermula seterusnya minit arahan jawatan sebenar perlawanan
        kedudukan rasmi awam peguam kenderaan jadual tandas lapan enjin bertukar tajuk dibenarkan sempadan
        makmal kolej pengarah kelab akaun talian perkhidmatan bisnes pesakit perbezaan berbeza kerosakan seksyen
        lesen kakitangan barangan antarabangsa undi tanggungjawab identiti sijil tasik basikal kemahiran
        pengesahan mengesahkan mengesan dikesan dipercayai rayuan akhbar kecederaan teksi pasport itali sepanyol
        jepun eropah inggeris kempen peperiksaan kewangan pengangkutan persekitaran pertubuhan saman penyelamat
        jururawat pembedahan ubat ubatan wad kecemasan kanser barah kerusi lampin basuh kariah surau penghulu
        pesuruhjaya diraja kebangsaan persekutuan lorong pangsapuri kuarters setinggan menyara peniaga berniaga
        perniagaan pekebun penoreh peneroka pencen persaraan penaja tajaan derma jenayah rasuah khianat samun
        ragut rompakan penjenayah reman direman waran sebat jemaah aidilfitri krismas deepavali masihi sebarang
        sesetengah sebilangan semula hujung sekurang sempena kekal petang tengahari sejurus menghidap dihempap
        dirempuh digilis terjunam terbabas bertembung rentung dirakam ditubuhkan berikutan beritahu mendedahkan
        menafikan merasmikan pemberita notis aduan pengadu allahyarham dikebumikan pengebumian perkuburan
        takziah siasat tadika prasekolah cikgu ijazah pensyarah pengajian siswazah temuduga temu borang selipar
        kasut seluar sejadah katil tilam almari getah enjinnya jurulatih kejohanan pingat temasya sukan pusingan
        berbanding keratan rentas penglibatan punca berpunca litar wayar paip jambatan jalanraya keretapi stesen
        bas agensi skuad faedah skim caruman mencarum pencarum simpanan bakul balu kesihatan faham berjaya patut
        esok hantar rahsia pelik sihat haiwan kesilapan jawapan seronok tahniah muzik mengikut kad senarai
        ketawa jeneral perhimpunan lembu sokongan rekod sediakan mencipta elok perubatan penyokong sertai
        melawat menukar baharu elakkan mengelak mengelakkan jumpa isu pasaraya menjumpai dihantar menghantar
        jiran bererti bermaksud lif ganjaran anugerah hadapan berdepan dipohon pinggan kedai peti televisyen
        tayar rempuh rempuhan langgar kelmarin gred sukatan penyelia kren jentera estet kerani juruteknik
        jurutera juruwang pencuci maklumkan menziarahi rakan strategik mahupun sehinggalah kesemua kesemuanya
        sebegini mestilah tingkap kerjaya baki saiz pakej darjah tempoh tapak kukuh tumpuan pengurusan pelaburan
        pelabur eksport syorkan disyorkan digesa menggesa gesa terkilan sebak
        """

    /// Malay as people write it to each other, with its short forms and some of its dialects.
    static let malayOfChats = """
        nak tak je dah kat takde takda takdak xde xda xboleh xtau tlg sgt mcm korang diorang dorang macam mana
        camne pasal kot blh duit awak ni tu cakap kawan mak ayah pakcik makcik kena buat sikit camtu camni pastu
        lepastu tengok nampak budak guna cuba fikir sedap jom risau penat letih bodoh pandai korg tgk skrg bgtau
        bagitau bagitahu takpe takpa xpe haritu harini semalam beb kah pulak kejap sekejap jap jer mesti bini
        awat pasai mcmana cemana ambo gapo guano tok sokmo tq tqvm wasap
        """

    /// Indonesian as news write it.
    static let indonesian = """
        karena bahwa uang kantor polisi kepolisian mobil bisa kabupaten kecamatan kelurahan provinsi pemerintah
        pemerintahan jumat kamis senin agustus juli maret desember juni rp rupiah wib wita persen usai terkait
        pria tewas kecelakaan longsor tertimbun ojek ojol tunjangan bansos puskesmas gubernur bupati wagub
        kapolres kapolsek polres polda polsek mapolres walikota dinas perusahaan karyawan universitas kualitas
        aktivitas komunitas siswa siswi ungkap ungkapnya berbagai lainnya tni polri dprd dpr pemkab pemkot
        pemprov tersangka pelaku dilansir tutur tuturnya imbuhnya bpjs pkh dinsos kemensos kemenaker disnaker
        kpk kpu petugas beasiswa dikutip internasional kapan sopir truk tertimpa tertabrak ditabrak menabrak
        terperosok serabutan mantan ditemukan menemukan temukan disabilitas difabel berobat istri istrinya eks
        proyek koran listrik dokter apotek kuliah kampus skripsi dosen asuransi pajak cicilan utang pabrik toko
        bandara hukum pengadilan jaksa terdakwa narkoba pernikahan menikah menikahi asosiasi akun suster perawat
        rekening donasi donatur relawan harus hal tersebut terjadi pemain yaitu tanggal berhasil membutuhkan
        dibutuhkan kebutuhan butuh mencoba coba nomor menit resmi desa khusus khususnya kasus kamar informasi
        nyaman maupun kelompok obat meski meskipun kegiatan jaringan kondisi dimulai apalagi memulai olahraga
        berpikir pikiran sejumlah partai kartu produksi pohon layanan pelayanan tipe membangun dibangun
        penelitian peneliti wisata wisatawan terdiri sebaiknya khawatir gedung misalnya sepatu mengirim dikirim
        detik keuangan setidaknya karakter energi grup lokal rusak kerusakan perangkat menyadari kebijakan
        berbagi tentara kendaraan metode memenangkan fasilitas biaya publik beda perbedaan klub kursi kecepatan
        desain studi fisik dukungan stasiun lomba telepon ponsel mengembangkan memungkinkan manajemen periode
        kompetisi direktur serikat solusi mengurangi kue rekan jenderal jembatan delapan pasien menampilkan
        transportasi pemilu mandiri medis spesialis spesial pelatihan pariwisata menyebutkan disebutkan
        mengungkapkan diungkapkan korupsi setempat investasi alasannya keberhasilan identitas televisi pensiun
        pensiunan matematika laba kontrol departemen dampak perilaku otomatis manajer tantangan sipil berperan
        simak memproduksi maksimal teknis perawatan rute seleksi perbaikan survei prancis pengobatan kristen
        bakteri riset mayoritas apartemen produsen perekonomian konsumsi mencakup klaim konstruksi didirikan
        diakui diakses strategis mitra perencanaan lowongan laboratorium konsumen infeksi pengiriman
        diselenggarakan pengelolaan dikelola mengelola kuliner diskusi praktik konferensi ekspor impor
        diterapkan menerapkan penanganan angkutan diperbolehkan operasional persyaratan diperkirakan korban
        dievakuasi mengevakuasi diduga dugaan tkp saksinya warganet netizen phk umkm bumn tki pmi wni kbri kjri
        imigrasi deportasi dideportasi kanker gizi tbc rsud igd inap basarnas tagana bnpb bpbd damkar hunian
        kontrakan kosan emperan menggelandang pemulung asongan pedagang kurir kernet asisten posko pengungsi
        mengungsi kades lurah camat kemarin kakek paman keponakan orangtua lelah capek upaya seusai pasca
        kesehatan bagian situs bilang terlihat berarti sebagian foto sehat musik jasa pribadi gratis
        menyenangkan keren mendukung awalnya hewan kode tokoh sepertinya efek sekaligus populer terkadang eropa
        jadwal liburan kunjungan administrasi rekor kepemimpinan terbuat bermanfaat merek meluncurkan memicu
        rencananya merilis kinerja apakah memiliki ditampilkan tampilkan beserta ketimbang sebelumnya
        selanjutnya opsi berkas ijin rahasia jeda cabang menghapus dihapus panen terangnya almarhumah pemakaman
        premi honorer lembur melaut nihil pingsan tersengat reruntuhan ambruk rubuh jebol mengguyur ditaksir
        ratusan perbatasan budaya diterjang menerjang terjang apapun senilai dusun tetangga miliar triliun
        pengendara sepeda angkot kronologis tergeletak meringis bocah lansia balita menkes satpol gugat vonis
        divonis terpidana lapas rutan narapidana napi advokat diamankan mengamankan smp paud
        """

    /// Indonesian as people write it to each other.
    static let indonesianOfChats = """
        nggak enggak gak ngga banget udah aja gimana bareng kalian mau deh yuk nih cewek cowok temen gue gw lu
        loe gitu gini karna pake emang pengen pengin mbak bapaknya makanya soalnya kayaknya makasih sob monggo
        ngapain bikin nyari nyoba ngomong ngobrol gausah gpp bgt jg tdk blm sdh tsb
        """

    /// What both write.
    static let malayic = """
        yang dan di ini itu dengan untuk pada tidak dari ke dalam akan oleh kepada adalah juga telah sudah
        mereka dia saya kami kita ada orang hari tahun anak atau lebih serta bagi sebagai secara antara namun
        tetapi tapi jika kalau masih belum lagi hanya seorang sebuah dua tiga empat lima enam ketika sebelum
        sejak hingga sehingga supaya agar dapat perlu beliau seperti setelah sementara selain melalui terhadap
        tentang mengenai menurut berkata ibu bapa suami keluarga rumah kerja pekerja pukul pagi malam semua
        setiap banyak besar kecil baru lama bukan pun kini sini sana apa siapa bila satu para pihak atas bawah
        luar kematian meninggal dunia bantuan hidup sakit berusia bulan minggu juta ribu yg dgn utk dlm kpd bln
        thn menjadi merupakan penduduk sewa katanya pegawai rakyat umur jalan kata kemudian ujarnya membuat
        memberi mendapat terima kasih tolong mohon tanpa ia turut kembali selama pernah sedang nya ku mu pula
        tujuh sembilan sepuluh perempuan wanita adik kakak abang nenek cucu miskin susah lapar makan minum tidur
        jatuh mati rosak tangan kaki mata kepala badan darah tulang buta pekak bisu lumpuh penyakit cacat hilang
        cari mencari tinggal duduk pergi datang pulang lari jual beli bayar hutang sumbangan sukarelawan masalah
        keadaan kehidupan harapan kesusahan sendiri bersama sama lain orangnya tempat lokasi kejadian insiden
        sungai hutan gunung kebun ladang pokok rumput hujan banjir ribut api asap panas susulan jabatan tukang
        murid bayaran pengurus penerbangan memerlukan diperlukan surat mahkota cedera parah jerman perancis
        mesir amerika cina statistik pemeriksaan tuntutan mangsanya kronik jantung roda masjid ketuanya wilayah
        negeri daerah taman jalanan rumahnya penyewa sewaan menyewa pendapatan nafkah pinjaman gerai buruh
        pemilik majikan menyumbang tabung dermawan kutipan pecah bunuh tembak tahanan hukuman denda hijrah
        segelintir awal kerap seminggu sebulan setahun terlantar mengidap terbalik lemas kebakaran terbakar
        hangus runtuh ditemui ditahan dilancarkan diadakan lanjut ujar tegas jelas memberitahu menegaskan
        menjelaskan persidangan wartawan sidang menular viral panggilan laporan dibuat mualaf waris arwah
        jenazah bedah pelajaran menengah rendah asrama guru duga permohonan memohon pemohon layak kelayakan
        bekas botol baju selimut bantal dapur pisang durian sawit padi sayur ikan nelayan laut sampan bola sepak
        atlet saingan dilihat melibatkan terlibat akibat disebabkan lampu tangki lapangan pelabuhan kementerian
        menteri perdana ketua pegawainya anggotanya bantuannya penerima manfaat dividen tunai cek makanan barang
        keperluan dapurnya lingkungan emas tunggal duda janda yatim piatu sbb abah takut malas rajin sy nk kt
        arini weh lah kan plak nanti lg pakai bapak laki dok duk depa kito sedikit alhamdulillah insyaallah
        penyandang rapat kekerasan jaminan jasad evakuasi olah saksi melapor lapor dilaporkan mengaku upah
        pekerjanya mogok kontrak swasta perantau merantau majikannya kemoterapi rawat perahu tongkang karam
        terseret ombak hanyut tenggelam gelandangan pengemis jualan warung gorengan buka usaha kuli bangunan
        sampah pembantu rumahtangga gempa bandang puting beliung tanah diri lusa besok sekitar sampai bakal bibi
        ayahnya anaknya berupaya sebanyak selaku soal silam hendak lantaran demi alih dong tuh bener gua kaya
        gan sista jangan nangis aku anda jadi baik salah beberapa sekarang kali pertama nama tahu sangat masa
        masuk sekali memang paling hati suka tuhan terus selalu kenapa negara selamat manusia dulu punya mungkin
        waktu depan sayang lihat terbaik biasa seluruh penting percaya mudah jauh kedua seseorang cinta buku
        tinggi pasti maaf dekat berada tengah sebenarnya cepat lalu lagu kuat bermain kelas cuma belajar cukup
        bahasa suatu minta menggunakan tadi pesawat terakhir memberikan berubah bagus akhirnya mengambil kurang
        jenis tetap penuh ikut cerita membawa membantu mampu belakang akhir naik muda melihat maka hampir cantik
        tiba berapa sesuatu raja menang siap permainan bekerja terlalu terdapat putih segala pak ingat asal
        presiden menerima kapal dilakukan batu sistem semoga pilihan menunjukkan begitu bahan utama perang diam
        suara sering menarik hubungan bangun agama tanda menunggu langsung kadang indah buruk bumi asli semakin
        berita berharap sepanjang senang muncul merah biar rasanya walaupun tunggu keras harga berat tentu hitam
        sempurna menjaga alat udara turun marah gambar arah pulau panjang dirinya berhenti perjalanan
        mendapatkan kehilangan warna ruang pusat kalah ilmu aktif meninggalkan hak burung alasan semuanya
        sebelah milik jawab bebas bawa utara tenang sejarah perhatian kenal bunga berani ahli mimpi bintang
        ambil sesuai saudara rambut pintu pilih meminta kulit kira hadiah bangsa tujuan terbuka tepat lahir
        kisah anggota tanya sungguh satunya musim gagal bergerak agak tingkat serius serangan produk mengatakan
        mengapa malah keputusan contoh bantu baca sifat hebat calon tugas senjata memilih matahari kesalahan
        perasaan termasuk selatan operasi mengubah membaca komputer kemana bertemu asing wajah otak membeli
        gadis yakin tubuh biarkan bahagia ayo menyebabkan masing dewa berakhir bentuk warga terbang tahan pantai
        pakaian meningkatkan mengalami menangis latihan kanan bukanlah tindakan sibuk pasangan menyerang menulis
        kecuali jahat habis timur sumber pertandingan namanya langkah kunci itulah bernama saling kiri jujur
        bukti berjalan aman terkenal menuju ketiga kemenangan inilah bayi tau semangat misi minyak kebanyakan
        isi daging cahaya barat ayat ulang tenaga membuka manis mandi diberi setuju perubahan maju janji entah
        dasar berusaha ayam piala keselamatan kuasa perkara kawasan sekolah raya buah kurangnya pelajar peluang
        pengawal kesan haji kemasukan sejuk lewat sarana januari februari oktober aplikasi ingin saat paket
        pemilihan lakukan tampak pengembangan sedangkan anggaran april september november mei alamat daftar susu
        lawan gaji rayu selesai raih tampil ganti petani optimis atasi kejutan aksi liga juara cuaca bencana
        ramalan elak beras goreng gula mengeluh tepung
        """

    /// English: its small words, and those that headlines are made of.
    static let english = """
        the of and to in is was that for on with as by at from his her he she it they their be been has have had
        not but this which who were are or an after before said says will would could should when where what
        there about more than also one two into over out up its our we you your i my me him them can no if all
        so do did does while during because against between through under only other some such new years year
        people day days told family despite amid may rising how need needs support help woman women man men boy
        girl children child school home house workers government country police killed dies died dead death
        injured hurt crash accident fire flood floods victim victims hospital found missing mother father son
        daughter wife husband brother sister elderly worker lorry driver car court charged arrested jailed
        minister state city village road river sea fisherman motorcyclist rider student students teacher doctor
        patient cancer stroke disabled poor aid relief fund funds donation donate money pay paid job lost lives
        life alone forced without still now just then even first last three four five six week month months time
        back down off any each both many most much few own same very too here these those being made make makes
        take takes get gets give given go goes going come comes want wants know see seen think let call called
        use used work working live living left near around since until according another every next long high
        old young seek seeks urges urge calls claims claim benefits benefit public local national world news
        report reports company business market prices million billion per cent percent bank best better like
        really got please thanks thank sorry guys why though although however whether within upon among together
        early late today yesterday tomorrow launch launches system global deputy president prime meeting talks
        plan plans announces announce set sets face faces top win wins loses beat beats team game match
        championship january february march june july august october december monday tuesday wednesday thursday
        friday saturday sunday human economy economic trade investment growth price rise rises fall falls
        education health care services service centre center community communities project development energy
        power water food security law bill case cases trial judge probe investigation strength strengthens
        cultural camp youth signal board hand hands sad happy homes houses save saves rescue rescued killing
        burn burns burned blaze wounded suffers suffer suffering ill illness bedridden wheelchair jobless
        homeless hunger hungry debt rent landlord tenant evicted wage wages salary employer employers employee
        employees union construction site factory plantation
        """

    /// Small words of other languages in Latin letters.
    static let elsewhere = """
        de la el los las un una que en y por con del se su al lo como le les et des du est dans pour qui sur pas
        plus au par une il der die das und ist nicht den dem ein eine mit auf von zu im sich het van een niet
        dat te zijn voor ang ng mga sa na ay kay siya che non sono della o e da os em um uma com ve bir bu nga
        og det som er til av och att pa ett aber auch nach bei wird wurde haben hat sind wie noch aus oder einer
        einem durch vor bis zum zur als nur kann war nous vous ils elle sont mais avec cette ces ses leur tout
        fait comme bien aussi deux ont muerto pero este esta estos entre sobre desde hasta muy mas cuando fue
        han sin ser tiene nos ya hay todo foi pelo pela dos ao nas seu sua isso essa esse tem muito gli alla dei
        nel nella dal anche stato sia questo quella door naar heeft deze maar ook bij werd worden uit aan wordt
        wel geen meer zich hij zij ito hindi ako ikaw po opo lang naman kung dahil siyang nang pag nila niya
        namin inyo mo iyon yung ikke jeg vi med har var inte jag nie jest w z jak ale co od przez ile daha
        olarak gibi sonra kadar iki olan ing lan sing karo ora wong kang nanging dadi wis arep
        """
}
