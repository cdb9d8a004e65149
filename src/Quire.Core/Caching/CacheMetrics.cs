using System.Diagnostics.Metrics;

namespace Quire.Core.Caching;

/// <summary>The caches as instruments of the meter <c>Quire</c>. They cost nothing until somebody listens.</summary>
public sealed class CacheMetrics : IDisposable
{
    private readonly Meter _meter = new("Quire");

    /// <summary>Shows the caches.</summary>
    public CacheMetrics(ComposeCaches caches)
    {
        ArgumentNullException.ThrowIfNull(caches);
        Count("quire.cache.hits", "Look-ups that found something.", tier => tier.Hits, second => second.Hits);
        Count("quire.cache.misses", "Look-ups that found nothing.", tier => tier.Misses, second => second.Misses);
        Count("quire.cache.evictions", "Entries that made room for others.", tier => tier.Evictions, null);
        Count("quire.cache.failures", "Look-ups and writes of the second tier that failed.", null, second => second.Failures);
        Gauge("quire.cache.entries", "{entry}", "Entries in memory.", tier => tier.Entries);
        Gauge("quire.cache.bytes", "By", "Bytes in memory.", tier => tier.Bytes);
        Gauge("quire.cache.limit", "By", "The most bytes in memory.", tier => tier.Limit);

        void Count(string name, string description, Func<CacheTierReport, long>? ofTier, Func<SecondTierReport, long>? ofSecond) =>
            _meter.CreateObservableCounter(name, () => Measure(caches.Report(), ofTier, ofSecond), "{event}", description);
        void Gauge(string name, string unit, string description, Func<CacheTierReport, long> ofTier) =>
            _meter.CreateObservableGauge(name, () => Measure(caches.Report(), ofTier, null), unit, description);
    }

    /// <summary>Takes the instruments away.</summary>
    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Measure(CacheReport report, Func<CacheTierReport, long>? ofTier, Func<SecondTierReport, long>? ofSecond)
    {
        foreach (var tier in ofTier is null ? [] : report.Tiers)
            yield return new Measurement<long>(ofTier!(tier), new KeyValuePair<string, object?>("tier", tier.Tier));
        if (ofSecond is not null && report.SecondTier is { } second)
            yield return new Measurement<long>(ofSecond(second), new KeyValuePair<string, object?>("tier", "second"));
    }
}
