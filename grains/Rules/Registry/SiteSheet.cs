using System.Collections.Immutable;
using System.Text.Json;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Registry;

/// <summary>
/// Reads a register of sites from text that is already decoded: a table (RFC 4180; comma, tab or semicolon) or a JSON array of objects.
/// Headings may be Chinese or English, in any order. Good rows are kept; everything wrong with the others is named by line, column, value
/// and what is allowed.
/// </summary>
public static class SiteSheet
{
    private static readonly ImmutableArray<SheetColumn> Needed = [SheetColumn.Id, SheetColumn.Name, SheetColumn.Url];

    /// <param name="text">The whole file, decoded; a byte order mark may lead it.</param>
    /// <param name="region">The region whose register it is.</param>
    /// <returns>What was read. Never throws, whatever the text.</returns>
    public static SheetReading Read(string text, string region)
    {
        var plain = text.TrimStart('\uFEFF');
        return JsonText.Looks(plain) ? ReadJson(plain, region) : ReadTable(plain, region);
    }

    private static SheetReading ReadTable(string text, string region)
    {
        var rows = DelimitedText.Rows(text).ToList();
        if (rows.Count == 0 || rows[0].IsBroken)
        {
            return Unreadable(rows.Count == 0 ? 1 : rows[0].Line, "", new("首行为列名的表格", "a table whose first line names its columns"));
        }

        ImmutableArray<SheetHeading> headings = [.. rows[0].Cells.Select(SheetHeading.Of)];
        var unfit = HeaderFaults(headings, rows[0].Line);
        return unfit.IsEmpty
            ? Collect(rows.Skip(1).Select(row => TableRow(row, headings)), region, Unknown(headings, rows[0].Line))
            : new([], unfit, Unknown(headings, rows[0].Line));
    }

    private static SheetReading ReadJson(string text, string region)
    {
        try
        {
            var rows = JsonText.Rows(text).Select(r => (r.Line, Headed: r.Fields?.Select(f => (Heading: SheetHeading.Of(f.Key), f.Value)).ToList())).ToList();
            var unknown = rows.SelectMany(r => Unknown(r.Headed?.Select(f => f.Heading) ?? [], r.Line)).DistinctBy(w => w.Column);
            return Collect(rows.Select(r => JsonRow(r.Line, r.Headed)), region, [.. unknown]);
        }
        catch (JsonException fault)
        {
            return Unreadable((int)(fault.LineNumber ?? 0) + 1, "JSON", new("由对象组成的 JSON 数组", "a JSON array of objects"));
        }
        catch (InvalidOperationException)
        {
            return Unreadable(1, "JSON", new("完整的 Unicode 字符", "whole Unicode characters"));
        }
    }

    /// <summary>Keeps the good rows. A 网站标识码 stands once; the first good row has it.</summary>
    private static SheetReading Collect(
        IEnumerable<(SheetRow Row, ImmutableArray<RowFault> Faults)> rows, string region, ImmutableArray<RowFault> warnings)
    {
        var lineOf = new Dictionary<string, int>();
        var sites = ImmutableArray.CreateBuilder<SiteProfile>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        foreach (var (row, broken) in rows)
        {
            var (site, misread) = broken.IsEmpty ? row.Read(region) : (null, broken);
            faults.AddRange(misread);
            if (site is null || !misread.IsEmpty)
            {
                continue;
            }

            if (lineOf.TryAdd(site.Id, row.Line))
            {
                sites.Add(site);
            }
            else
            {
                faults.Add(row.Fault(SheetColumn.Id, Twice(lineOf[site.Id])));
            }
        }

        return new(sites.ToImmutable(), faults.ToImmutable(), warnings);
    }

    private static (SheetRow, ImmutableArray<RowFault>) TableRow(TextRow row, ImmutableArray<SheetHeading> headings)
    {
        var cells = row.Cells.Zip(headings, (value, heading) => (heading, value)).Where(c => c.heading.Column is not null);
        return (new(row.Line, [.. cells]), row switch
        {
            { IsBroken: true } => [RowFault.Of(row.Line, "", row.Cells[0], new("成对的双引号", "double quotes in pairs"))],
            _ when row.Cells.Skip(headings.Length).Any(c => !string.IsNullOrWhiteSpace(c)) =>
                [RowFault.Of(row.Line, $"#{headings.Length + 1}", row.Cells[headings.Length], TooMany(headings.Length))],
            _ => [],
        });
    }

    private static (SheetRow, ImmutableArray<RowFault>) JsonRow(int line, List<(SheetHeading Heading, string Value)>? fields) =>
        fields is null
            ? (new(line, []), [RowFault.Of(line, "JSON", "", new("对象", "an object"))])
            : (new(line, [.. fields.Where(f => f.Heading.Column is not null)]), []);

    private static ImmutableArray<RowFault> HeaderFaults(ImmutableArray<SheetHeading> headings, int line) =>
    [
        .. Needed.Where(needed => headings.All(h => h.Column != needed))
            .Select(needed => RowFault.Of(line, SheetHeading.NameOf(needed), "", new("缺少此列，必须有", "this column is missing and needed"))),
        .. headings.Where(h => h.Column is not null).GroupBy(h => h.Column).Where(g => g.Count() > 1)
            .Select(g => RowFault.Of(line, g.Last().Written, "", new("此列只能出现一次", "this column may stand only once"))),
    ];

    private static ImmutableArray<RowFault> Unknown(IEnumerable<SheetHeading> headings, int line) =>
        [.. headings.Where(h => h is { Column: null, Written.Length: > 0 }).Select(h => RowFault.Of(line, h.Written, "", SheetHeading.All))];

    private static SheetReading Unreadable(int line, string column, Text wanted) => new([], [RowFault.Of(line, column, "", wanted)], []);

    private static Text TooMany(int columns) => new(
        $"每行至多{columns}个单元格；含分隔符的内容请加双引号", $"at most {columns} cells a row; put double quotes around text with separators");

    private static Text Twice(int line) => new(
        $"每个网站标识码只出现一次；第{line}行已有", $"each id once; line {line} has it already");
}
