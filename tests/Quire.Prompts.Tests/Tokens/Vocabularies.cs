using System.Globalization;
using System.Text;
using Quire.Prompts.Tokens;

namespace Quire.Prompts.Tests.Tokens;

/// <summary>Vocabularies that are made here: every byte, then the given tokens in their order.</summary>
internal static class Vocabularies
{
    public static TokenVocabulary Of(TokenPattern pattern, params string[] tokens) => TokenVocabulary.Parse("small", File(tokens), pattern);

    public static byte[] File(params string[] tokens)
    {
        var lines = Enumerable.Range(0, 256).Select(value => new[] { (byte)value }).Concat(tokens.Select(Encoding.UTF8.GetBytes))
            .Select((bytes, rank) => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String(bytes)} {rank}\n"));
        return Encoding.UTF8.GetBytes(string.Concat(lines));
    }
}
