using System.Text;

namespace Monitor.Rules;

/// <summary>Text as it is compared: what looks the same to a person is the same.</summary>
public static class PlainText
{
    /// <summary>Half width, lower case, without any white space and unseen characters.</summary>
    public static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = HalfWidth(c);
            if (!char.IsWhiteSpace(half) && !Evidence.IsUnseen(half))
            {
                plain.Append(char.ToLowerInvariant(half));
            }
        }

        return plain.ToString();
    }

    /// <summary>A full-width form (Ａ, （, ：) as its half-width one; everything else as it is. Done by hand: normalisation needs ICU.</summary>
    public static char HalfWidth(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
