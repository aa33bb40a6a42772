namespace Monitor.Web.Wire;

/// <summary>A name from an address, as the wire writes it: any case, and never a number.</summary>
internal readonly record struct Word<T>(T Value) where T : struct, Enum
{
    public static bool TryParse(string? text, out Word<T> word)
    {
        var known = Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]);
        word = new(value);
        return known;
    }
}
