// Orleans' [Reentrant] is missing on purpose: a grain that only appends and reads never needs it, and it is easy to get wrong.
namespace Orleans.Concurrency
{
    /// <summary>Calls of this interface method may run between the parts of another turn, never beside it.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AlwaysInterleaveAttribute : Attribute;

    /// <summary>Calls of methods so marked may run between the parts of each other.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ReadOnlyAttribute : Attribute;

    /// <summary>The caller does not wait for the call and hears nothing of its end.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OneWayAttribute : Attribute;
}

namespace Orleans
{
    /// <summary>After how long without a call an activation of this class ends. Never less than a minute.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class CollectionAgeLimitAttribute : Attribute
    {
        public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

        private readonly TimeSpan? _given;

        public CollectionAgeLimitAttribute()
        {
        }

        public CollectionAgeLimitAttribute(string inactivityPeriod) =>
            _given = TimeSpan.Parse(inactivityPeriod, System.Globalization.CultureInfo.InvariantCulture);

        public double Days { get; set; }

        public double Hours { get; set; }

        public double Minutes { get; set; }

        /// <summary>Activations of this class never end for idleness.</summary>
        public bool AlwaysActive { get; set; }

        public TimeSpan AgeLimit => _given ?? Longer(MinAgeLimit, TimeSpan.FromDays(AlwaysActive
            ? short.MaxValue
            : Days + (Hours / 24) + (Minutes / 1440)));

        private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
    }

    /// <summary>Activations of this class never end for idleness.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class KeepAliveAttribute : Attribute;

    /// <summary>Names a grain class for stores, instead of the class name without "Grain".</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class GrainTypeAttribute(string grainType) : Attribute
    {
        public string GrainType { get; } = grainType;
    }
}
