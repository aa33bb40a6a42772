namespace Monitor.Browser.Tests;

/// <summary>How a screen is set up before its page opens.</summary>
internal sealed record Look(string Theme = "light", string Language = "zh", int Width = 1920, int Height = 1080, bool ForcedColors = false);
