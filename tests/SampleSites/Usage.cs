namespace Monitor.SampleSites;

/// <summary>What the command line takes.</summary>
internal static class Usage
{
    public static int Print(string? fault = null)
    {
        Console.Error.WriteLine($"""
            {fault}
            usage: SampleSites demo  [--port 5090] [--seed N] [--csv FILE] [--roots FILE]
                   SampleSites crowd [--port 5190] [--bytes 20000]
              demo   a small region of websites that fail and recover by a script of ten minutes;
                     --csv writes the list to import, --roots the authority their certificates come from
              crowd  one page under any path, for measuring many targets
            """);
        return fault is null ? 0 : 2;
    }

    /// <summary>Reads <c>--name value</c> pairs; null and a printed fault when one is not known or lacks its value.</summary>
    public static Dictionary<string, string>? Read(string[] args, params string[] known)
    {
        var read = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!known.Contains(args[i]) || i + 1 == args.Length)
            {
                Print($"'{args[i]}' is not an option here, or lacks its value.");
                return null;
            }

            read[args[i]] = args[i + 1];
        }

        return read;
    }
}
