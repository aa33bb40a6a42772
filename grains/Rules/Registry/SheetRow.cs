using System.Collections.Immutable;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Registry;

/// <summary>One row of a sheet: what stands under which heading.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Cells">Heading and value of every column known.</param>
internal sealed record SheetRow(int Line, ImmutableArray<(SheetHeading Heading, string Value)> Cells)
{
    /// <summary>Reads the row as a site. With faults there is a profile too, but it must not be used.</summary>
    public (SiteProfile Site, ImmutableArray<RowFault> Faults) Read(string region)
    {
        var misread = ImmutableArray.CreateBuilder<RowFault>();
        var id = Value(SheetColumn.Id);
        var site = ProfileRule.Tidy(new(
            id,
            region,
            Value(SheetColumn.Name),
            Value(SheetColumn.Url),
            Value(SheetColumn.Organizer),
            Value(SheetColumn.Supervisor),
            Parse(SheetColumn.Level, ProfileWords.Level, ProfileWords.LevelAllowed, misread) ?? ProfileWords.LevelOf(id),
            Parse(SheetColumn.IsPortal, ProfileWords.Portal, ProfileWords.PortalAllowed, misread) ?? false,
            Parse(SheetColumn.Interval, Interval, IntervalText.Allowed, misread) ?? ProfileRule.UsualInterval,
            ProfileWords.Keywords(Value(SheetColumn.Keywords))));
        return (site, [.. misread, .. ProfileRule.Faults(site).Select(Fault)]);
    }

    /// <summary>A fault of this row in the column given.</summary>
    public RowFault Fault(SheetColumn column, Text allowed) => RowFault.Of(Line, Written(column), Value(column), allowed);

    private RowFault Fault(FieldFault fault) => Enum.TryParse<SheetColumn>(fault.Field, out var column)
        ? Fault(column, fault.Allowed)
        : RowFault.Of(Line, fault.Field, fault.Value, fault.Allowed);

    /// <summary>A cell read by a parser. An empty cell is no fault: the usual value stands for it.</summary>
    private T? Parse<T>(SheetColumn column, Func<string, T?> parse, Text allowed, ImmutableArray<RowFault>.Builder misread)
        where T : struct
    {
        var value = Value(column);
        if (value.Length == 0)
        {
            return null;
        }

        var parsed = parse(value);
        if (parsed is null)
        {
            misread.Add(Fault(column, allowed));
        }

        return parsed;
    }

    private TimeSpan? Interval(string value) => IntervalText.Parse(value, Of(SheetColumn.Interval).Heading.Unit);

    private string Value(SheetColumn column) => Of(column).Value?.Trim() ?? "";

    private string Written(SheetColumn column) => Of(column).Heading?.Written ?? SheetHeading.NameOf(column);

    private (SheetHeading Heading, string Value) Of(SheetColumn column) => Cells.FirstOrDefault(c => c.Heading.Column == column);
}
