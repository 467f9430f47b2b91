import { Component, type ReactNode } from 'react'
import { FaultSheet } from './FaultSheet'

type Props = { readonly children: ReactNode }
type State = { readonly hasFault: boolean }

/**
 * Keeps a fault in one screen from taking the window with it: the sheet says so, the rest stays. React catches
 * what rendering throws in classes only.
 */
export class FaultBoundary extends Component<Props, State> {
  override readonly state: State = { hasFault: false }

  static getDerivedStateFromError(): State {
    return { hasFault: true }
  }

  override render() {
    if (!this.state.hasFault) return this.props.children
    return <FaultSheet onTryAgain={() => this.setState({ hasFault: false })} />
  }
}
