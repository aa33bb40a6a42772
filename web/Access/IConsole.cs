namespace Monitor.Web.Access;

/// <summary>Where a person who starts the program reads. A one-time password goes here and never into a log.</summary>
internal interface IConsole
{
    void WriteLine(string line);
}

/// <summary>The terminal.</summary>
internal sealed class Terminal : IConsole
{
    public void WriteLine(string line) => Console.Out.WriteLine(line);
}
