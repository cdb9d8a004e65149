using Quire.Prompts.Tokens;

namespace Quire.Prompts.Tests.Tokens;

public sealed class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 1)]
    [InlineData("hello world", 2)]
    [InlineData("one two three four five", 5)]
    [InlineData("internationalization", 3)]
    [InlineData("12345", 3)]
    [InlineData("你好世界", 4)]
    [InlineData("😀", 2)]
    public void An_estimate_follows_words_digits_and_scripts(string text, int tokens) => TokenEstimate.Of(text).ShouldBe(tokens);

    [Fact]
    public void An_estimate_grows_with_the_text()
    {
        const string Text = "You are a careful assistant. Answer in one paragraph of at most 120 words, naïve café, привет!\n    - be kind\n";
        var one = TokenEstimate.Of(Text);
        one.ShouldBeInRange(20, 50);
        TokenEstimate.Of(Text + Text).ShouldBeInRange((2 * one) - 2, (2 * one) + 2);
    }

    [Fact]
    public void Indentation_counts_less_than_words() => TokenEstimate.Of(new string(' ', 400) + "x").ShouldBeLessThan(10);

    private const string Letters = "aaaaaaabBcZ  01.,\n\té漢";

    [Fact]
    public void Counting_by_blocks_is_counting_by_characters()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 200)).Select(_ => Letters[random.Next(Letters.Length)]));
            TextShape.Of(text).Values.ShouldBe(Slow(text), $"round {i}: {text}");
        }
    }

    private static double[] Slow(string text)
    {
        var counts = new double[TextShape.Names.Count];
        for (var i = 0; i < text.Length; i++)
        {
            var (now, before) = (text[i], i == 0 ? '\0' : text[i - 1]);
            if (char.IsAsciiLetter(now))
            {
                var run = Enumerable.Range(0, i + 1).TakeWhile(back => char.IsAsciiLetter(text[i - back])).Count();
                counts[0] += run == 1 ? 1 : 0;
                counts[1] += run >= 6 ? 1 : 0;
                counts[2] += run >= 10 ? 1 : 0;
                counts[3] += run > 1 && char.IsAsciiLetterUpper(now) ? 1 : 0;
            }
            else if (char.IsAsciiDigit(now))
            {
                counts[4]++;
                counts[5] += char.IsAsciiDigit(before) ? 0 : 1;
            }
            else if (now == '\n')
            {
                counts[6]++;
                counts[7] += before == '\n' ? 0 : 1;
            }
            else if (now == ' ')
            {
                counts[10] += before == ' ' && (i == 1 || text[i - 2] != ' ') ? 1 : 0;
            }
            else if (now < 0x80)
            {
                counts[8]++;
                counts[9] += i > 0 && IsMark(before) ? 0 : 1;
            }
            else
            {
                counts[now < 0x2E80 ? 11 : 12]++;
            }
        }
        return counts;
    }

    private static bool IsMark(char letter) => letter < 0x80 && letter is not ('\n' or ' ') && !char.IsAsciiLetterOrDigit(letter);
}
