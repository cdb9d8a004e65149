import { QueryClientProvider } from '@tanstack/react-query'
import { Component, Suspense, type ReactNode } from 'react'
import { Route, Router, Switch, useSearchParams } from 'wouter'
import { ApiError } from '../api/errors'
import { useFreshness } from '../api/freshness'
import { queries, useMe } from '../api/queries'
import { mount } from '../lib/base'
import { Empty, Failed, Loading } from '../ui/states'
import { Offline } from './Offline'
import { screens } from './screens'
import { Session } from './session'
import { Shell } from './Shell'
import { SignIn } from './SignIn'
import { Toasts } from './toasts'

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Router base={mount}>
        <Offline />
        <LastResort>
          <Gate />
        </LastResort>
        <Toasts />
      </Router>
    </QueryClientProvider>
  )
}

function Gate() {
  const me = useMe()
  if (me.data) {
    return (
      <Session value={me.data}>
        <Screens organisation={me.data.organisation} first={me.data.defaultProject} />
      </Session>
    )
  }
  if (me.error instanceof ApiError && me.error.status === 401) return <SignIn />
  if (me.error) return <Failed error={me.error} again={() => void me.refetch()} />
  return <Loading what="Asking the server who you are" />
}

function Screens({ organisation, first }: { organisation: string; first: string }) {
  useFreshness(organisation)
  const [search] = useSearchParams()
  const branch = search.get('branch') || undefined
  return (
    <Suspense fallback={<Loading what="Loading this screen" />}>
      <Switch>
        {screens.map(({ pattern, draw }) => (
          <Route key={pattern} path={pattern}>
            {(params: Record<string, string | undefined>) => draw({ project: decodeURIComponent(params['project'] ?? first), path: decodeURIComponent(params['*'] ?? ''), branch })}
          </Route>
        ))}
        <Route>
          <Shell crumbs={[]} project={first}>
            <Empty title="There is no screen at this address" text="The library has every prompt of the project." to={`/projects/${encodeURIComponent(first)}`} action="Open the library" />
          </Shell>
        </Route>
      </Switch>
    </Suspense>
  )
}

/** Shows what went wrong in a screen, in place of an empty page. */
class LastResort extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Failed error={this.state.error} again={() => this.setState({ error: undefined })} />
  }
}
