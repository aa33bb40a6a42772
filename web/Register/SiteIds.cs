namespace Monitor.Web.Register;

/// <summary>网站标识码. Checked before a grain is named by it, so that made-up addresses wake nothing.</summary>
internal static class SiteIds
{
    public static bool IsOne(string? id) => id is { Length: 10 }
        && (id.All(char.IsAsciiDigit) || (id.StartsWith("bm", StringComparison.Ordinal) && id.Skip(2).All(char.IsAsciiDigit)));
}
