using Orleans.Runtime;

namespace Orleans
{
    /// <summary>A grain that can be woken by reminders.</summary>
    public interface IRemindable : IGrain
    {
        Task ReceiveReminder(string reminderName, TickStatus status);
    }
}

namespace Orleans.Runtime
{
    /// <summary>A registered reminder.</summary>
    public interface IGrainReminder
    {
        string ReminderName { get; }
    }

    /// <summary>When a reminder was to tick and when it did, UTC.</summary>
    public readonly struct TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
    {
        public DateTime FirstTickTime { get; } = firstTickTime;

        public TimeSpan Period { get; } = period;

        public DateTime CurrentTickTime { get; } = timeStamp;

        public override string ToString() => $"<{FirstTickTime:O}, {Period}, {CurrentTickTime:O}>";
    }
}

namespace Orleans.Timers
{
    /// <summary>Where grains register their reminders.</summary>
    public interface IReminderRegistry
    {
        /// <exception cref="ArgumentException">The period is under a minute, or a span is negative, infinite or over 49.7 days.</exception>
        Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period, CancellationToken cancellationToken = default);

        Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder, CancellationToken cancellationToken = default);

        Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName);

        Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId);
    }
}
