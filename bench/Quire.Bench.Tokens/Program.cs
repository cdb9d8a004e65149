using System.Diagnostics;
using Quire.Bench.Tokens;
using Quire.Prompts.Tokens;

// Quire.Bench.Tokens VOCABULARY PATTERN FOLDER [EXTENSION] [--fit]: how far the estimate is from a real vocabulary on the files of a folder.
// Files are told apart by the hash of their path: a third fits (only with --fit), the others are measured.
if (args is not [var file, var pattern, var folder, ..])
{
    Console.Error.WriteLine("Quire.Bench.Tokens VOCABULARY gpt2|cl100k|o200k FOLDER [EXTENSION] [--fit]");
    return 2;
}

var vocabulary = TokenVocabulary.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file), Enum.Parse<TokenPattern>(pattern, ignoreCase: true));
var extension = args.Length > 3 && !args[3].StartsWith('-') ? args[3] : "md";
var samples = Directory.EnumerateFiles(folder, $"*.{extension}", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
    .Select(path => new Sample(Path.GetRelativePath(folder, path), File.ReadAllText(path))).Where(sample => sample.Text.Length >= 200).ToList();
foreach (var sample in samples)
    sample.Exact = vocabulary.Count(sample.Text);
if (args.Contains("--fit"))
    Fit.Print(samples.Where(sample => sample.IsForFitting));
Report.Print($"{vocabulary.Name}, {folder} (*.{extension}), files that were kept from the fit", samples.Where(sample => !sample.IsForFitting).ToList());
var texts = samples.Select(sample => sample.Text).ToList();
var units = texts.Sum(text => (long)text.Length);
Console.WriteLine($"estimate {Speed(text => TokenEstimate.Of(text)):0.000} ns, vocabulary {Speed(text => vocabulary.Count(text)):0.0} ns per character");
return 0;

double Speed(Func<string, long> count)
{
    var started = Stopwatch.GetTimestamp();
    var (runs, sum) = (0, 0L);
    for (; Stopwatch.GetElapsedTime(started).TotalSeconds < 2; runs++)
        texts.ForEach(text => sum += count(text));
    GC.KeepAlive(sum);
    return Stopwatch.GetElapsedTime(started).TotalNanoseconds / ((double)runs * units);
}
