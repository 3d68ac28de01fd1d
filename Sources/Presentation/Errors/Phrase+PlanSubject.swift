extension Phrase {
    /// What two people planned at once, as the database names it.
    package init(planSubject subject: String) {
        var chinese = subject
        if let match = subject.wholeMatch(of: #/day (\S+) of (\S+)/#) {
            chinese = "片区 \(match.2) \(match.1) 的日计划"
        } else if let match = subject.wholeMatch(of: #/crew (\S+) on (\S+) \(in (\S+)\)/#) {
            chinese = "班组 \(match.1) \(match.2) 在片区 \(match.3) 的路线"
        } else if let match = subject.wholeMatch(of: #/company crews on (\S+) \(in (\S+)\)/#) {
            chinese = "片区 \(match.2) \(match.1) 对跨片区班组的安排"
        } else if let match = subject.wholeMatch(of: #/horizon of (\S+)/#) {
            chinese = "片区 \(match.1) 的安检计划"
        }
        self.init(en: subject, zh: chinese)
    }
}
