# steps_to.svg, drawn from steps_to.tsv. To change it, edit this file and run: gnuplot steps_to.gp
# As pdf: gnuplot -e "format='pdf'" steps_to.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.396in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,422 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'steps_to'
}
set output 'steps_to'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.0814
set rmargin at screen 0.7512
set tmargin at screen 0.8957
set bmargin at screen 0.1848
set label '{/:Bold In how many steps}' at screen 0.0163, screen 0.9526 font ',14'
set label 'Line: share of the seeds that have not reached it; thin bars: 95 % interval; +: a run that ended before it did (Kaplan and Meier 1958).' at screen 0.0163, screen 0.0355 font ',10' tc rgb '#555555'
set xrange [-6:206]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'training step' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set ylabel 'seeds that have not reached 40 % (%)' offset 1,0
set arrow from screen 0.7651, screen 0.2239 to screen 0.8000, screen 0.2239 nohead lw 2 dt 1 lc rgb '#0072B2'
set label 'hint' at screen 0.8093, screen 0.2382 font ',12' tc rgb '#222222'
set label 'half by 100 steps; 3 seeds' at screen 0.8093, screen 0.2050 font ',10' tc rgb '#666666'
set arrow from screen 0.7651, screen 0.8645 to screen 0.8000, screen 0.8645 nohead lw 2 dt 2 lc rgb '#777777'
set label 'no hint' at screen 0.8093, screen 0.8787 font ',12' tc rgb '#222222'
set label 'not half of them; 3 seeds' at screen 0.8093, screen 0.8455 font ',10' tc rgb '#666666'
plot 'steps_to.tsv' using (pick('median',1,'x')):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'steps_to.tsv' using (pick('median',1,'x')):(pick('median',1,'value')) with steps lw 2 dt 1 lc rgb '#0072B2', \
  'steps_to.tsv' using (pick('seed',1,'x')):(pick('seed',1,'value')) with points pt 1 ps 0.9 lw 1.6 lc rgb '#0072B2', \
  'steps_to.tsv' using (pick('median',2,'x')):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'steps_to.tsv' using (pick('median',2,'x')):(pick('median',2,'value')) with steps lw 2 dt 2 lc rgb '#777777', \
  'steps_to.tsv' using (pick('seed',2,'x')):(pick('seed',2,'value')) with points pt 1 ps 0.9 lw 1.6 lc rgb '#777777'
