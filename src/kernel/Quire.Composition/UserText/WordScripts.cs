using System.Text;

namespace Quire.Composition.UserText;

/// <summary>
/// Follows words and tells those that mix Latin letters with letters of Cyrillic, Greek, Armenian or Cherokee that look like
/// Latin ones, or that are written in look-alikes of Latin alone (full-width and mathematical letters).
/// </summary>
internal struct WordScripts
{
    // Cyrillic, Greek, Armenian and Cherokee letters that most fonts draw like a Latin one.
    private const string LikeLatin =
        "аеорсухіјѕԁԛԝһӏАВЕЅІЈКМНОРСТУХԌԜ" + "αοινυρκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "օսոհցՕՍ" + "ᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᏢᏚᎢᏙᎳᏃ";

    private static readonly HashSet<int> LookAlikes = LikeLatin.EnumerateRunes().Select(rune => rune.Value).ToHashSet();

    private int _start;
    private bool _inWord;
    private bool _latin;
    private bool _lookAlike;
    private bool _styled;

    /// <summary>Takes the next character; answers the word that it ends, where that is suspicious.</summary>
    public (int Start, int Length)? Take(Rune rune, int position)
    {
        if (!Rune.IsLetter(rune))
            return End(position);
        if (!_inWord)
            (_inWord, _start, _latin, _lookAlike, _styled) = (true, position, false, false, false);
        _latin |= rune.IsAscii;
        _lookAlike |= !rune.IsAscii && LookAlikes.Contains(rune.Value);
        _styled |= rune.Value is (>= 0xFF21 and <= 0xFF5A) or (>= 0x1D400 and <= 0x1D7CB);
        return null;
    }

    /// <summary>Ends the current word.</summary>
    public (int Start, int Length)? End(int position)
    {
        var suspicious = _inWord && ((_latin && _lookAlike) || _styled);
        _inWord = false;
        return suspicious ? (_start, position - _start) : null;
    }
}
