import styles from './clock-ring.module.css'

const radius = 7.25
const length = 2 * Math.PI * radius

/**
 * The reply window as a ring of 18 px that fills as the window is used: `share` is the part used, 0 to 1.
 * It turns amber when it is soon and a solid disc with hands when it is late. Words stand beside it.
 */
export function ClockRing({ share, tone }: { share: number; tone: 'calm' | 'soon' | 'late' }) {
  return (
    <svg className={styles.ring} width="18" height="18" viewBox="0 0 18 18" aria-hidden data-tone={tone}>
      {tone === 'late' ? <Disc /> : <Arc share={Math.min(1, Math.max(0, share))} />}
    </svg>
  )
}

function Arc({ share }: { share: number }) {
  return (
    <>
      <circle className={styles.track} cx="9" cy="9" r={radius} />
      <circle
        className={styles.used}
        cx="9"
        cy="9"
        r={radius}
        strokeDasharray={`${share * length} ${length}`}
        transform="rotate(-90 9 9)"
      />
    </>
  )
}

function Disc() {
  return (
    <>
      <circle className={styles.disc} cx="9" cy="9" r="8.25" />
      <path className={styles.hands} d="M9 4.8V9l2.7 1.7" />
    </>
  )
}
