/// A rest that a crew takes between two services, where it happens to be.
///
/// It is due only when the crew is still on the road after its latest beginning; a crew that is back by then rests at
/// home. It never interrupts a service or a drive.
public struct CrewBreak: Hashable, Sendable {
    /// When the rest may begin.
    public var window: TimeWindow
    /// How long it lasts, in seconds.
    public var durationSeconds: Int

    /// Makes a break.
    public init(window: TimeWindow, durationSeconds: Int) {
        self.window = window
        self.durationSeconds = durationSeconds
    }
}
