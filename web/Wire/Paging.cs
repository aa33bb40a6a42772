namespace Monitor.Web;

/// <summary>A page of a list: from 1, of 1 to 200 items. Values outside are brought to the nearest that is allowed.</summary>
internal readonly record struct Paging(int Page, int Size)
{
    public int Skip => (Page - 1) * Size;

    public static Paging Of(int page, int size) => new(Math.Clamp(page, 1, 1_000_000), Math.Clamp(size, 1, 200));
}

/// <param name="Total">How many there are in all; absent where counting is not worth its cost.</param>
internal sealed record Listed<T>(IReadOnlyList<T> Items, int? Page = null, int? Size = null, int? Total = null);
