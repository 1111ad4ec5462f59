/// What the words around a number say it is.
///
/// Nearness is counted in words of letters alone: digits, marks and web addresses do not count, so that masking one number
/// never brings a word nearer to another, and masking twice gives what masking once gave.
struct NumberContext {
    enum Hint: Hashable { case account, identityCard, passport, company, agency, plate, vehicle }

    private var starts: [Int] = []
    private var hints: [Hint?] = []

    init(_ scalars: [Unicode.Scalar], skipping skipped: [Range<Int>]) {
        var skip = skipped.makeIterator()
        var nextSkip = skip.next()
        var index = 0
        while index < scalars.count {
            if let range = nextSkip, index >= range.lowerBound {
                index = max(index, range.upperBound)
                nextSkip = skip.next()
            } else if scalars[index].isLetter {
                let end = wordEnd(from: index, in: scalars)
                let hint = plainWord(scalars[index..<end]).flatMap { hintWords[$0] }
                if !isPrefix(index..<end, in: scalars), hint != nil || !isPlateLetters(index..<end, in: scalars) {
                    starts.append(index)
                    hints.append(hint)
                }
                index = end
            } else {
                index += 1
            }
        }
    }

    /// Whether a word of `hint` is among the `before` words before `position` or the `after` words after it.
    ///
    /// Takes time logarithmic in the number of words.
    func has(_ hint: Hint, near position: Int, before: Int, after: Int) -> Bool {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < position { low = middle + 1 } else { high = middle }
        }
        return hints[max(0, low - before)..<min(hints.count, low + after)].contains(hint)
    }
}

/// One or two capitals directly before a digit belong to the number (`A1234567`) and go with it when it is masked.
private func isPrefix(_ word: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    word.count <= 2 && word.upperBound < scalars.count && scalars[word.upperBound].digitValue != nil
        && scalars[word].allSatisfy(\.isASCIIUpper)
}

/// Up to three capitals with a blank and a digit after them may be a number plate, and go with it.
func isPlateLetters(_ word: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    word.count <= 3 && word.upperBound + 1 < scalars.count && scalars[word].allSatisfy(\.isASCIIUpper)
        && (scalars[word.upperBound].isInlineSpace || scalars[word.upperBound].isHyphen)
        && scalars[word.upperBound + 1].digitValue != nil
}

/// A word is letters, with hyphens and slashes inside it (`a/n`, `e-wallet`).
private func wordEnd(from index: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = index
    while end < scalars.count {
        let c = scalars[end]
        let isInside = (c == "/" || c == "-") && end + 1 < scalars.count && scalars[end + 1].isLetter
        guard c.isLetter || isInside else { break }
        end += 1
    }
    return end
}

private func plainWord(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    guard scalars.count <= 16, scalars.allSatisfy({ $0.value < 0x80 }) else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars.map(\.asciiLowercased))
    return String(word)
}

/// Banks and payment services of Malaysia and the words that announce a number, as appeals print them.
private let hintWords: [String: NumberContext.Hint] = {
    let words: [(NumberContext.Hint, String)] = [
        (
            .account,
            """
            bank maybank cimb bimb bsn rhb ambank affin muamalat agrobank agro hlb hlbb ocbc uob hsbc alliance mbb pbb \
            bkrm akaun akaunnya acc acct acaun acount account accounts a/c a/n duitnow tng ewallet e-wallet boost \
            grabpay shopeepay paypal derma dermaan menderma sumbangan menyumbang infaq infak sedekah donate donation \
            transfer ac rekening mbsb citibank bankin bank-in mae maybank2u
            """
        ),
        (.identityCard, "ic i/c kp k/p mykad mykid mypr mykas mytentera nric pengenalan"),
        (.passport, "passport pasport paspot"),
        (.company, "bhd berhad"),
        // Their lines are public, and a reviewer may want to call them.
        (
            .agency,
            """
            hotline befrienders ipd ipk balai polis bomba jkm perkeso socso kebajikan kasih kecemasan jtksm jkkp nadma kwsp \
            baitulmal mkn bnm mcmc
            """
        ),
        (.plate, "plat plate plates pendaftaran registration registered"),
        (
            .vehicle,
            "kereta motosikal lori van bas treler teksi kenderaan car lorry motorcycle truck taxi bus mpv suv pacuan"
        ),
    ]
    var table: [String: NumberContext.Hint] = [:]
    for (hint, list) in words {
        for word in list.split(separator: " ") { table[String(word)] = hint }
    }
    return table
}()
