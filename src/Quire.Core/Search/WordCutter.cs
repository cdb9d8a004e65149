namespace Quire.Core.Search;

/// <summary>Cuts texts into words, as <see cref="WordReader"/> finds them.</summary>
internal static class WordCutter
{
    /// <summary>The words of a text in order, folded.</summary>
    public static List<string> Cut(string text, int limit = int.MaxValue)
    {
        var words = new List<string>();
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (words.Count < limit && reader.Read())
            words.Add(reader.Word.ToString());
        return words;
    }
}
