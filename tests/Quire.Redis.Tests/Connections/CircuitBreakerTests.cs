using Quire.Redis.Connections;
using Quire.Testing.Time;

namespace Quire.Redis.Tests.Connections;

public sealed class CircuitBreakerTests
{
    private readonly ManualClock _clock = new();
    private readonly CircuitBreaker _breaker;

    public CircuitBreakerTests() => _breaker = new CircuitBreaker(_clock);

    [Fact]
    public void Some_failures_are_tolerated_while_others_succeed()
    {
        for (var i = 0; i < 20; i++)
        {
            _breaker.Fail();
            _breaker.Fail();
            _breaker.Succeed();
        }

        _breaker.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void Five_failures_in_a_row_end_all_tries_for_half_a_second()
    {
        Break();

        _breaker.IsOpen.ShouldBeTrue();
        _breaker.TryEnter().ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(499));
        _breaker.TryEnter().ShouldBeFalse();
    }

    [Fact]
    public void Then_one_tries_and_its_success_lets_the_others()
    {
        Break();
        _clock.Advance(TimeSpan.FromMilliseconds(500));

        _breaker.TryEnter().ShouldBeTrue();
        _breaker.TryEnter().ShouldBeFalse();
        _breaker.Succeed();

        _breaker.IsOpen.ShouldBeFalse();
        _breaker.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void Each_trial_that_fails_doubles_the_wait_up_to_15_seconds()
    {
        Break();
        foreach (var wait in (double[])[0.5, 1, 2, 4, 8, 15, 15])
        {
            _clock.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromMilliseconds(1));
            _breaker.TryEnter().ShouldBeFalse();
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            _breaker.TryEnter().ShouldBeTrue();
            _breaker.Fail();
        }
    }

    private void Break()
    {
        for (var i = 0; i < 5; i++)
            _breaker.Fail();
    }
}
