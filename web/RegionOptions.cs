namespace Monitor.Web;

/// <summary>The region whose desk this process shows, section <c>Region</c>.</summary>
public sealed class RegionOptions
{
    public const string Section = "Region";

    /// <summary>Key of the region's desk and register: letters, digits and dashes. Default <c>demo</c>.</summary>
    public string Id { get; set; } = "demo";

    /// <summary>What people read. Default 演示地区.</summary>
    public string Name { get; set; } = "演示地区";

    /// <summary>One sentence per setting that cannot work.</summary>
    public IEnumerable<string> Faults()
    {
        if (Id.Length is 0 or > 32 || !Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return $"{Section}:Id is \"{Id}\"; it must be 1 to 32 letters, digits and dashes.";
        }

        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 50)
        {
            yield return $"{Section}:Name is \"{Name}\"; it must be 1 to 50 characters.";
        }
    }
}
