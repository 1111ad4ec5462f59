import Archiving
import Fetching
import Model
import Reading

extension RawResponse {
    /// An answer as the archive keeps it; its last hop has no user name and no password.
    init(_ response: FetchResponse, at now: Instant) {
        self.init(
            url: response.url?.href ?? "", status: response.status,
            headers: response.headers.fields.map { (name: $0.name, value: $0.value) }, body: response.body,
            isCut: response.isCut, retrievedAt: now)
    }
}
