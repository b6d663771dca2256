# lens_map.svg, drawn from lens_map.tsv. To change it, edit this file and run: gnuplot lens_map.gp
# As pdf: gnuplot -e "format='pdf'" lens_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 6.667in,5.417in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 640,520 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'lens_map'
}
set output 'lens_map'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (0 'white', 1 '#4a9fd8')
set cbrange [0:1]
set colorbox horizontal user origin screen 0.7812, screen 0.9423 size screen 0.1719, screen 0.0173
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold lens: knowledge, pool ii, difficulty 2}' at screen 0.0375, screen 0.9577 font ',13'
set label 2 'model 2 blocks of 1 head, width 64, median of 5 seeds, step 10,000' at screen 0.0375, screen 0.9192 font ',10' tc rgb '#444444'
set label 3 'Mean reciprocal rank of a named token when a layer is read out as if it were the last. Beside it: the' at screen 0.0375, screen 0.0808 font ',10' tc rgb '#555555'
set label 4 'token of that name in another question; the model before training.' at screen 0.0375, screen 0.0519 font ',10' tc rgb '#555555'
set lmargin at screen 0.1219
set rmargin at screen 0.3281
set tmargin at screen 0.8038
set bmargin at screen 0.6538
set title 'bridge reciprocal rank'."\n".'n = 1,500 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'lens_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'lens_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.4500
set rmargin at screen 0.6375
set tmargin at screen 0.8038
set bmargin at screen 0.6538
set title 'other question' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'lens_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'lens_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.7594
set rmargin at screen 0.9469
set tmargin at screen 0.8038
set bmargin at screen 0.6538
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'lens_map.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'lens_map.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.1219
set rmargin at screen 0.3281
set tmargin at screen 0.4154
set bmargin at screen 0.2654
set title 'answer reciprocal rank'."\n".'n = 1,500 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'lens_map.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'lens_map.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.4500
set rmargin at screen 0.5813
set tmargin at screen 0.4154
set bmargin at screen 0.2654
set title 'other question' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'lens_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'lens_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.7031
set rmargin at screen 0.8281
set tmargin at screen 0.4154
set bmargin at screen 0.2654
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'lens_map.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'lens_map.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
unset multiplot
