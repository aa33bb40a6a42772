using System.Collections.Immutable;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Registry;

/// <summary>What was read from a sheet of sites.</summary>
/// <param name="Sites">The good rows, in their order.</param>
/// <param name="Faults">Everything wrong with the others; a row can have several.</param>
/// <param name="Warnings">What was ignored without harm, such as columns nobody knows.</param>
public sealed record SheetReading(
    ImmutableArray<SiteProfile> Sites,
    ImmutableArray<RowFault> Faults,
    ImmutableArray<RowFault> Warnings);

/// <summary>One thing wrong with one row, so that a person can find and mend it.</summary>
/// <param name="Line">The line of the file the row begins on, from 1.</param>
/// <param name="Column">The column as the sheet heads it.</param>
/// <param name="Value">What stands there, made inert and cut at 100 characters.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record RowFault(int Line, string Column, string Value, Text Allowed)
{
    /// <summary>Makes a fault of any text, however hostile.</summary>
    public static RowFault Of(int line, string column, string value, Text allowed) =>
        new(line, Evidence.Inert(column, 50), Evidence.Inert(value, 100), allowed);
}
