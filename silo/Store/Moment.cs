using System.Data.Common;

namespace Monitor.Silo.Store;

/// <summary>Moments as the database keeps them: milliseconds since 1970.</summary>
internal static class Moment
{
    public static long? Of(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    public static long Of(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static DateTimeOffset At(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? MaybeAt(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.At(column);

    public static string? MaybeText(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
