import Model

/// A name where it stands in a passage, with what the words around it say.
struct NameMention {
    var field: Evidence.Field
    /// The name itself, without titles.
    var words: Range<Int>
    /// Folded words, without `bin` and its like.
    var parts: [String]
    /// How sure it is that this is a person's name; see ``NameFinder``.
    var points = 0
    var age: AgeMention?
    /// What else the text calls its bearer, where this mention says so.
    var aliases: [Alias] = []
    /// The bearer is called by an alias here.
    var isAlias = false
    var isSpeaker = false
    /// Holds a post that only public figures have; an age makes them no story.
    var isOfficial = false
    var isAccused = false
    var isDead = false
    var relation: String?
    var kin: PeopleTable.Classes = []
    /// Of several kin that are named one by one.
    var isOneOfMany = false
    var occupation: String?
    var sex: Person.Sex?
    /// A verb of speech follows.
    var isQuoted = false
    /// Stands in a list of persons.
    var isListed = false
    /// Cares for somebody, as the words after the name say.
    var isCarer = false
    /// Someone who knew the subject: a friend, a neighbour.
    var isBystander = false
    /// A pupil, a toddler, a baby, as the words beside the name say.
    var isChild = false

    struct Alias {
        var words: Range<Int>
        /// As ``NameMention/parts``.
        var parts: [String]
    }

    /// Behind the name, its age and its aliases.
    var end: Int {
        max(words.upperBound, age?.words.upperBound ?? 0, aliases.last?.words.upperBound ?? 0)
    }
}

/// Particles inside names; they are kept in what is shown and dropped in what is compared.
let nameParticles: Set<String> = [
    "bin", "binti", "bt", "bte", "b", "bn", "a", "l", "p", "al", "ap", "anak", "ak", "d", "s", "o",
]

/// Short forms of names after which a full stop ends no name: `Mohd. Osman`, `Abd. Rahim`.
let shortNames: Set<String> = [
    "mohd", "muhd", "md", "abd", "hj", "hjh", "dr", "ahmd", "st", "nor", "noor", "ir", "ts", "prof",
]
