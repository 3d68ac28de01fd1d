/// Everything a user can be told to have gone wrong, with the offending input and without any text.
///
/// `Presentation` turns a case into a message and its cure in two languages; `category` decides the exit status and
/// `code` is what scripts may rely on.
public enum GasworksError: Error, Sendable, Hashable {
    // What was put in.
    /// An import found bad rows; nothing was changed.
    case badRows([RowProblem])
    /// A file cannot be read or written.
    case fileUnusable(path: String, reason: FileTrouble)
    /// A value on the command line or in a request is not what it must be.
    case invalidValue(name: String, value: String, expected: String)
    /// A setting does not exist.
    case unknownSetting(name: String)
    /// A setting's value is of the wrong type or out of range.
    case invalidSetting(name: String, value: String, allowed: String)
    /// A setting holds for the whole company and cannot differ in a district.
    case settingNotPerDistrict(name: String, district: DistrictID)
    /// A file of notice texts is wrong.
    case badTemplate(TemplateProblem)
    /// A gateway's configuration lacks or misstates something.
    case badGateway(file: String, key: String, expected: String)
    /// A time zone name is not known on this machine.
    case unknownTimeZone(name: String)

    // What was not found.
    /// No household has this account.
    case unknownAccount(String)
    /// No such district.
    case unknownDistrict(String)
    /// No such crew.
    case unknownCrew(String)
    /// No such job.
    case unknownJob(String)
    /// No such supply node.
    case unknownNode(String)
    /// No such building campaign.
    case unknownCampaign(String)
    /// No such outage.
    case unknownOutage(String)
    /// No such notice.
    case unknownNotice(String)
    /// No day plan is published for a day, in a district if one was asked for.
    case nothingPublished(date: CalendarDate, district: DistrictID?)
    /// No day plan was made yet, so there is nothing to publish or explain.
    case nothingPlanned(date: CalendarDate, district: DistrictID?)
    /// The crew has no route in the published plan of that day.
    case noRoute(crew: CrewID, date: CalendarDate)
    /// Nobody imported households yet.
    case emptyDatabase

    // What a rule or a role forbids.
    /// A job cannot go from the state it is in to the one asked for.
    case illegalJobState(job: JobID, state: String, wanted: String)
    /// A notice cannot go from the state it is in to what was reported.
    case illegalNoticeState(notice: String, state: String, wanted: String)
    /// The job belongs to another crew.
    case jobOfAnotherCrew(job: JobID, crew: CrewID)
    /// Somebody else planned the same day or horizon meanwhile; theirs stands.
    case planConflict(subject: String, by: String, at: Instant)
    /// A day that is frozen or published cannot be planned anew by this command.
    case dayFrozen(district: DistrictID, date: CalendarDate)
    /// A day in the past cannot be planned.
    case dayInPast(date: CalendarDate, today: CalendarDate)
    /// A horizon cannot be kept with the capacity there is, and the command was told to insist.
    case shortage(district: DistrictID, from: CalendarDate, until: CalendarDate, missingMinutes: Int)
    /// A crew lacks a valid certificate for a skill on a day.
    case missingCertificate(crew: CrewID, skill: String, date: CalendarDate)
    /// No crew can work on that day.
    case noCrewOnDuty(district: DistrictID?, date: CalendarDate)
    /// A household that is disconnected has no inspection due.
    case householdSuspended(AccountNumber)
    /// `--now` was given for a database that is not a rehearsal.
    case rehearsalClockRefused
    /// A step of an outage is refused.
    case outageRefused(OutageRefusal)
    /// A step of a fault is refused.
    case faultRefused(FaultRefusal)
    /// The role the command works under may not do this.
    case roleRefused(action: String)
    /// A command id was used before for another command.
    case commandIDReused(id: String)
    /// A chain of the archive does not verify: something was changed behind the archive's back.
    case chainBroken(district: DistrictID, account: String, sequence: Int64)
    /// A change would have to take effect before today and rewrite history.
    case changeInPast(name: String, validFrom: CalendarDate, today: CalendarDate)

    // What stands between the command and the database.
    /// The database cannot be reached.
    case databaseOutOfReach(address: String, reason: String)
    /// Notices cannot be sent: a channel's gateway does not answer, or refuses us.
    case gatewayOutOfReach(channel: NoticeChannel, reason: String)
    /// Nothing can listen on an address.
    case addressUnusable(address: String, reason: String)
    /// The connection broke while a commit was on its way: it is unknown whether it was stored; repeating is safe.
    case outcomeUnknown(command: String)
    /// The database was made by a newer Gasworks.
    case newerDatabase(version: String, known: String)
    /// A migration that was applied has since been changed.
    case changedMigration(name: String)
    /// The database has not got this program's schema yet.
    case databaseNotReady(DatabaseGap)
    /// A program the embedded cluster needs is not installed.
    case missingProgram(name: String)
    /// The embedded cluster did not start; the log says why.
    case clusterDidNotStart(log: String)
    /// The database refused a statement for a reason that no rule foresees.
    case unexpected(sqlState: String, message: String)

    // How the command was written.
    /// The command was written wrongly.
    case usage(reason: String)

    /// Why a file cannot be used.
    public enum FileTrouble: String, Sendable, Hashable, Codable {
        /// There is no such file.
        case missing
        /// The permissions forbid it.
        case forbidden
        /// It is a directory.
        case directory
        /// It exists already and is not to be overwritten.
        case exists
        /// Reading or writing broke off.
        case broken
    }
}
