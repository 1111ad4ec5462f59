public import ArgumentParser
public import Model
public import Referring
public import Storing

extension Agency.Kind: ExpressibleByArgument {}
extension ReferralReason: ExpressibleByArgument {}
extension ReferralState: ExpressibleByArgument {}
extension Consent.Status: ExpressibleByArgument {}
extension Consent.Method: ExpressibleByArgument {}
